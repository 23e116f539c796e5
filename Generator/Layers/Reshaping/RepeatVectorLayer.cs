using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>One vector as every step of a sequence.</summary>
internal sealed class RepeatVectorLayer(int steps) : Layer
{
    private int _size = 1;

    public override string Kind => "RepeatVector";

    public override string Description => $"RepeatVector({Literal.Int(steps)})";

    public static Layer Read(ArgumentReader arguments) => new RepeatVectorLayer(arguments.Size("N"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (inputs[0].Rank != 1)
        {
            const string WayOut = "put a [Flatten] before it";
            problems.Add(GraphDiagnostics.RankMismatch(problems.Label(this), "(D)", problems.InputKind(), inputs[0], WayOut));
            return null;
        }

        _size = inputs[0].Size;
        return new Shape(steps, _size);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Repeat { X = lowering.X, Times = steps, IsOfChannels = false }, shape);
}
