using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Initializers;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>
/// <c>y = x</c> where x is not negative, else <c>alpha x</c>. Alpha is a row of values; a sample is one row, or several
/// along the axes that share it.
/// </summary>
internal sealed class PReLULayer(WeightTensor alpha, IReadOnlyList<int> sharedAxes) : Layer
{
    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "PReLU";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new PReLULayer(
        new WeightTensor
        {
            Name = "alpha",
            Shape = new Shape(1),
            Start = InitializerCatalogue.Read(arguments, "Alpha", "Zeros"),
            Penalty = arguments.Penalty("Alpha"),
        },
        arguments.Integers("SharedAxes"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        int shared = sharedAxes.Count;
        if (shared > input.Rank || !sharedAxes.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(1, shared)))
        {
            string given = string.Join(", ", sharedAxes.Select(axis => Literal.Int(axis)));
            problems.Add(ArgumentDiagnostics.NotFirstAxes(problems.Label(this), given, input));
            return null;
        }

        var shape = new Shape([.. input.Dimensions.Select((size, axis) => axis < shared ? 1 : size)]);
        _weights = [alpha with { Shape = shape, Start = alpha.Start.For(shape) }];
        return input;
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new ParametricRelu { X = lowering.X, Alpha = lowering.Weights[0] }, shape);
}
