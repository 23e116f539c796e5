using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers;

/// <summary>The axes of a normalization: the last, or the last few, so that what is normalized together stands together.</summary>
internal sealed class LastAxes(IReadOnlyList<int> axes, string argument)
{
    public static LastAxes Read(ArgumentReader arguments)
    {
        arguments.RefuseBoth("Axis", "Axes");

        return arguments.Has("Axes") ? new LastAxes(arguments.Integers("Axes"), "Axes") : ReadOne(arguments);
    }

    public static LastAxes ReadOne(ArgumentReader arguments) => new([arguments.Integer("Axis", -1)], "Axis");

    /// <summary>The sizes of these axes, or null after reporting that they are not the last ones.</summary>
    public Shape? Of(Shape input, Layer layer, LayerProblems problems)
    {
        // The batch is axis 0; negative axes count from the end.
        int[] places = axes.Select(axis => axis < 0 ? input.Rank + axis : axis - 1).OrderBy(place => place).ToArray();
        int first = input.Rank - places.Length;
        if (first >= 0 && places.Length > 0 && places.SequenceEqual(Enumerable.Range(first, places.Length)))
        {
            return new Shape([.. input.Dimensions.Skip(first)]);
        }

        string given = axes.Count == 1 ? Literal.Int(axes[0]) : $"[{Text(axes)}]";
        problems.Add(SequenceDiagnostics.NotLastAxes(problems.Label(layer), argument, input, given, WayOut(input, places)));
        return null;
    }

    /// <summary>How the axes that were meant become the last ones, and go back.</summary>
    private string WayOut(Shape input, int[] places)
    {
        bool areAxes = places.Length > 0 && places.All(place => place >= 0 && place < input.Rank);
        if (!areAxes || places.Distinct().Count() < places.Length)
        {
            return $"the axes of {input} are 1 to {Literal.Int(input.Rank)}";
        }

        int[] order = [.. Enumerable.Range(0, input.Rank).Except(places).Concat(places)];
        string there = Text(order.Select(place => place + 1));
        string back = Text(Enumerable.Range(0, input.Rank).Select(place => Array.IndexOf(order, place) + 1));
        IEnumerable<int> ends = Enumerable.Range(0, places.Length).Select(i => i - places.Length);
        string last = places.Length == 1 ? "" : $", {argument} = [{Text(ends)}] on it";
        return $"write [Permute({there})] above it{last} and [Permute({back})] below";
    }

    private static string Text(IEnumerable<int> axes) => string.Join(", ", axes.Select(axis => Literal.Int(axis)));
}
