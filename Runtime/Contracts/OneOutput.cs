using System;

namespace StaticNets;

/// <summary>What nets and trainers that were written by hand, for a single output, need not write.</summary>
internal static class OneOutput
{
    /// <summary>The net's loss, which is that of its only output.</summary>
    /// <exception cref="NotSupportedException">The net has several outputs.</exception>
    public static float LossOf(float loss, NetInfo info, Span<float> outputLosses)
    {
        Check.OutputLosses(outputLosses.Length, info);
        if (outputLosses.Length > 1)
        {
            throw new NotSupportedException($"{info.Name} does not tell the losses of its outputs apart.");
        }

        outputLosses[0] = loss;
        return loss;
    }
}
