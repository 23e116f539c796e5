using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary>An input of the net. Several stand one after the other in each sample, and are then copied apart.</summary>
internal sealed class InputLayer : Layer
{
    /// <summary>What an input is called where it has no name.</summary>
    public const string DefaultName = "input_layer";

    private readonly IReadOnlyList<int> _dimensions;

    private InputLayer(IReadOnlyList<int> dimensions) => _dimensions = dimensions;

    public override string? StepObstacle => "it reads no layer; write it before the wrapper";

    public override string Kind => "Input";

    public static Layer Read(ArgumentReader arguments)
    {
        IReadOnlyList<int> dimensions = arguments.Integers("Shape");
        foreach (int size in dimensions)
        {
            if (size < 1)
            {
                arguments.Problems.Add("SN2001", "Shape", arguments.Label, "Shape", Literal.Int(size));
            }
        }

        if (dimensions.Count == 0)
        {
            arguments.Problems.Add("SN2001", "Shape", arguments.Label, "the number of axes", "0");
        }

        return new InputLayer(dimensions);
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (_dimensions.Count == 0)
        {
            // Reported with the argument.
            return null;
        }

        if (!Shape.ProductFits(_dimensions))
        {
            problems.Add("SN3010", "Shape", this, Literal.Product(_dimensions), Literal.Int(Shape.LargestSize));
            return null;
        }

        return new Shape([.. _dimensions]);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.AddInput(shape);
}
