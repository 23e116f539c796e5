using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>How far a transposed convolution's output goes beyond the smallest one, or null where it has its usual size.</summary>
/// <param name="Argument">The argument that says so.</param>
/// <param name="Vertical">Rows.</param>
/// <param name="Horizontal">Columns.</param>
internal sealed record OutputPadding(string Argument, int? Vertical, int? Horizontal)
{
    private const string One = "OutputPadding";
    private const string PerAxis = "OutputPaddingPerAxis";

    public static OutputPadding Read(ArgumentReader arguments, (int Vertical, int Horizontal) strides)
    {
        arguments.RefuseBoth(One, PerAxis);

        if (arguments.Has(PerAxis))
        {
            IReadOnlyList<int> sizes = arguments.Integers(PerAxis);
            if (sizes.Count != 2)
            {
                arguments.Problems.Add(ArgumentDiagnostics.NotTwoEntries(arguments.Label, PerAxis, sizes.Count));
                return new OutputPadding(PerAxis, null, null);
            }

            Check(arguments, PerAxis, sizes[0], strides.Vertical);
            Check(arguments, PerAxis, sizes[1], strides.Horizontal);
            return new OutputPadding(PerAxis, sizes[0], sizes[1]);
        }

        if (!arguments.Has(One))
        {
            return new OutputPadding(One, null, null);
        }

        int size = arguments.Integer(One, 0);
        Check(arguments, One, size, System.Math.Min(strides.Vertical, strides.Horizontal));
        return new OutputPadding(One, size, size);
    }

    private static void Check(ArgumentReader arguments, string argument, int size, int stride)
    {
        if (size < 0 || size >= stride)
        {
            string demand = $"at least 0 and less than the stride, {Literal.Int(stride)}";
            arguments.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(arguments.Label, argument, demand, size));
        }
    }
}
