using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Emits which inputs say what steps of an output count, for metrics.</summary>
internal static class MaskedInputs
{
    /// <summary>The expressions of all, or none where values inside the net have a say.</summary>
    public static IReadOnlyList<string> Of(Node mask)
    {
        string?[] all = Leaves(mask).Select(Expression).ToArray();
        return all.Contains(null) ? [] : all.OfType<string>().ToArray();
    }

    private static IEnumerable<Node> Leaves(Node mask) => mask.Layer is BothMasksLayer ? mask.Inputs.SelectMany(Leaves) : [mask];

    private static string? Expression(Node mask)
    {
        var source = mask.Layer as StepMaskLayer;
        Node read = source is null ? mask : mask.Inputs[0];
        if (read.Unviewed.Layer is not InputLayer input)
        {
            return null;
        }

        int steps = mask.Shape[0];
        string width = Literal.Int(read.Shape.Size / steps);
        string value = Literal.Float(source?.MaskValue ?? 0);
        return $"new global::StaticNets.MaskedInput({Literal.Int(input.OffsetInSample)}, {Literal.Int(steps)}, {width}, {value})";
    }
}
