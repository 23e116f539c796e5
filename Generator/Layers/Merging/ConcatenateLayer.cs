using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>Layers side by side along one axis.</summary>
internal sealed class ConcatenateLayer(IReadOnlyList<string?> inputNames, int axis) : MergeLayer(inputNames)
{
    // Masks are of steps; where steps are concatenated their number changes, and the mask ends.
    public override bool PassesMask => true;

    public override string Kind => "Concatenate";

    public static Layer Read(ArgumentReader arguments) => new ConcatenateLayer(arguments.Texts("Inputs"), arguments.Integer("Axis", -1));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        int at = Axis(inputs[0]);
        if (at < 0 || at >= inputs[0].Rank)
        {
            Report(problems, "Axis", inputs, 1, $"choose an axis from 1 to {Literal.Int(inputs[0].Rank)}");
            return null;
        }

        for (int i = 1; i < inputs.Count; i++)
        {
            Shape other = inputs[i];
            if (other.Rank != inputs[0].Rank || Enumerable.Range(0, other.Rank).Any(d => d != at && other[d] != inputs[0][d]))
            {
                Report(problems, "Inputs", inputs, i, "make all other axes the same");
                return null;
            }
        }

        int[] dimensions = [.. inputs[0].Dimensions];
        long total = inputs.Sum(input => (long)input[at]);
        if (total > Shape.LargestSize)
        {
            problems.Add(GraphDiagnostics.TooLarge(problems.Label(this), total));
            return null;
        }

        dimensions[at] = (int)total;
        return new Shape(dimensions);
    }

    private void Report(LayerProblems problems, string argument, IReadOnlyList<Shape> inputs, int other, string wayOut) =>
        problems.Add(GraphDiagnostics.ConcatenateShapesDiffer(
            problems.Label(this), argument, problems.InputName(0), inputs[0], problems.InputName(other), inputs[other], axis, wayOut));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Concatenate { Parts = lowering.Inputs, Rows = RowsBefore(shape) }, shape);

    /// <summary>Batch is axis 0; negative axes count from the end.</summary>
    private int RowsBefore(Shape shape) => shape.Dimensions.Take(Axis(shape)).Aggregate(1, (product, size) => product * size);

    private int Axis(Shape shape) => axis < 0 ? shape.Rank + axis : axis - 1;
}
