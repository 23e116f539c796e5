using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Normalizations;
using StaticNets.Generator.Layers.Reshaping;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>
/// The products of all rows along an axis of one layer with all rows along an axis of another. Made of layers that bring these axes to the
/// end, normalize the rows where that is asked for, and multiply them.
/// </summary>
internal sealed class DotLayer(IReadOnlyList<string?> inputNames, IReadOnlyList<int> axes, bool normalizes) : MergeLayer(inputNames)
{
    // Keras' normalize divides by no less than 1e-7.
    private const double SmallestSquareSum = 1e-14;

    public override string Kind => "Dot";

    public static Layer Read(ArgumentReader arguments)
    {
        arguments.RefuseBoth("Axes", "AxesPerInput");

        int axis = arguments.Integer("Axes", -1);
        IReadOnlyList<int> axes = arguments.Has("AxesPerInput") ? arguments.Integers("AxesPerInput") : [axis, axis];
        if (axes.Count != 2)
        {
            arguments.Problems.Add(SpatialDiagnostics.WrongEntryCount(arguments.Label, "AxesPerInput", "2 (first, second)", axes.Count));
            axes = [axis, axis];
        }

        return new DotLayer(arguments.Texts("Inputs"), axes, arguments.Boolean("Normalize", false));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!problems.AreTwo(this, inputs))
        {
            return null;
        }

        // The batch is axis 0; negative axes count from the end.
        int[] places = axes.Select((axis, i) => axis < 0 ? inputs[i].Rank + axis : axis - 1).ToArray();
        bool exist = places.Select((place, i) => place >= 0 && place < inputs[i].Rank).All(exists => exists);
        if (!exist || inputs[0][places[0]] != inputs[1][places[1]])
        {
            problems.Add(SpatialDiagnostics.DotAxes(
                problems.Label(this), axes[0], problems.InputName(0), inputs[0], axes[1], problems.InputName(1), inputs[1]));
            return null;
        }

        var parts = new List<LayerPart>();
        LayerPart first = AddRows(parts, "first", 0, inputs[0], places[0], problems);
        LayerPart second = AddRows(parts, "second", 1, inputs[1], places[1], problems);
        var product = new RowProductsLayer();
        Shape output = product.InferShape([first.Shape, second.Shape], problems)!;
        parts.Add(new LayerPart("product", product, output) { Inputs = [first, second] });
        Parts = parts;
        return output;
    }

    /// <summary>Adds the parts that bring an axis of an input to the end, and normalize along it.</summary>
    private LayerPart AddRows(List<LayerPart> parts, string name, int input, Shape shape, int axis, LayerProblems problems)
    {
        int[] order = [.. Enumerable.Range(1, shape.Rank).Where(place => place != axis + 1), axis + 1];
        var permute = new PermuteLayer(order);
        var rows = new LayerPart(name, permute, problems.About(this).Infer(permute, shape)!) { WholeInputs = [input] };
        parts.Add(rows);
        if (!normalizes)
        {
            return rows;
        }

        var unit = new UnitNormalizationLayer(new LastAxes([-1], "Axes"), SmallestSquareSum);
        var normalized = new LayerPart(name + "_unit", unit, problems.About(this).Infer(unit, rows.Shape)!) { Inputs = [rows] };
        parts.Add(normalized);
        return normalized;
    }
}
