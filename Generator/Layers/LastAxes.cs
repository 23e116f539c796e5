using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Layers;

/// <summary>The axes of a normalization: the last, or the last few, so that what is normalized together stands together.</summary>
internal sealed class LastAxes(IReadOnlyList<int> axes, string argument)
{
    public static LastAxes Read(ArgumentReader arguments)
    {
        if (arguments.Has("Axis") && arguments.Has("Axes"))
        {
            arguments.Problems.Add("SN2008", "Axes", arguments.Label, "Axis", "Axes");
        }

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

        string given = axes.Count == 1 ? Literal.Int(axes[0]) : $"[{string.Join(", ", axes.Select(axis => Literal.Int(axis)))}]";
        problems.Add("SN2070", argument, layer, argument, given, input.ToString());
        return null;
    }
}
