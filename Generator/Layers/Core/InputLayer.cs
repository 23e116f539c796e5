using StaticNets.Generator.Diagnostics;
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
                arguments.Problems.Add(ArgumentDiagnostics.SizeNotPositive(arguments.Label, "Shape", size));
            }
        }

        if (dimensions.Count == 0)
        {
            Problem none = ArgumentDiagnostics.SizeNotPositive(arguments.Label, "the number of axes", 0);
            arguments.Problems.Add(none with { Argument = "Shape" });
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

        if (!problems.Fit(this, _dimensions, "Shape"))
        {
            return null;
        }

        return new Shape([.. _dimensions]);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.AddInput(shape);
}
