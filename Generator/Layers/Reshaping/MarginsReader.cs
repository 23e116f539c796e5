using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>Reads margins from attributes, and shows them in descriptions.</summary>
internal static class MarginsReader
{
    /// <summary>
    /// Reads one number for all sides, or an array under <c>…PerAxis</c>, as Keras' nested tuples: an image's (vertical, horizontal) or
    /// (top, bottom, left, right), a sequence's (left, right).
    /// </summary>
    public static Margins Read(ArgumentReader arguments, SpatialAxes axes, string name, int defaultValue)
    {
        string perAxis = name + "PerAxis";
        arguments.RefuseBoth(name, perAxis);

        if (!arguments.Has(perAxis))
        {
            int all = Checked(arguments, name, arguments.Integer(name, defaultValue));
            return axes == SpatialAxes.Sequence ? new Margins(0, 0, all, all) : new Margins(all, all, all, all);
        }

        int[] sides = arguments.Integers(perAxis).Select(side => Checked(arguments, perAxis, side)).ToArray();
        switch (sides.Length)
        {
            case 2 when axes == SpatialAxes.Sequence:
                return new Margins(0, 0, sides[0], sides[1]);
            case 2:
                return new Margins(sides[0], sides[0], sides[1], sides[1]);
            case 4 when axes == SpatialAxes.Image:
                return new Margins(sides[0], sides[1], sides[2], sides[3]);
            default:
                string wanted = axes == SpatialAxes.Sequence
                    ? "2 (left, right)"
                    : "2 (vertical, horizontal) or 4 (top, bottom, left, right)";
                arguments.Problems.Add(SpatialDiagnostics.WrongEntryCount(arguments.Label, perAxis, wanted, sides.Length));
                return new Margins(0, 0, 0, 0);
        }
    }

    /// <summary>As descriptions show them: <c>1</c>, or all sides that the axes have.</summary>
    public static string Text(Margins margins, SpatialAxes axes)
    {
        IReadOnlyList<int> sides = axes == SpatialAxes.Sequence
            ? [margins.Left, margins.Right]
            : [margins.Top, margins.Bottom, margins.Left, margins.Right];
        return string.Join(", ", (sides.Distinct().Count() == 1 ? sides.Take(1) : sides).Select(side => Literal.Int(side)));
    }

    private static int Checked(ArgumentReader arguments, string name, int side)
    {
        if (side is < 0 or > Shape.LargestSize)
        {
            string range = $"from 0 to {Literal.Int(Shape.LargestSize)}";
            arguments.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(arguments.Label, name, range, side));
            return 0;
        }

        return side;
    }
}
