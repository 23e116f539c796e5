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

    private static IEnumerable<Node> Leaves(Node mask) =>
        mask.Unviewed is { Layer: BothMasksLayer } both ? both.Inputs.SelectMany(Leaves) : [mask];

    private static string? Expression(Node mask)
    {
        (Node read, double value) = Compared(mask);
        if (read.Unviewed.Layer is not InputLayer input)
        {
            return null;
        }

        int steps = mask.WholeShape.Size;
        string size = $"{Literal.Int(steps)}, {Literal.Int(read.WholeShape.Size / steps)}";
        return $"new global::StaticNets.MaskedInput({Literal.Int(input.OffsetInSample)}, {size}, {Literal.Float(value)})";
    }

    /// <summary>What the mask compares with which value; where a step counts if any of its parts does, what these compare.</summary>
    private static (Node Read, double Value) Compared(Node mask) => mask.Unviewed switch
    {
        { Layer: StepMaskLayer { MaskValue: 0 } } any when any.Inputs[0].Unviewed.Layer is StepMaskLayer => Compared(any.Inputs[0]),
        { Layer: StepMaskLayer source } node => (node.Inputs[0], source.MaskValue),
        _ => (mask, 0),
    };
}
