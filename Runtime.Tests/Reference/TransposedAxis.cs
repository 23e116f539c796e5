using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference;

/// <summary>Where the taps of a transposed convolution write to along one axis, as Keras computes it. An output padding of -1 is none.</summary>
internal sealed class TransposedAxis(int input, int taps, int stride, int dilation, bool same, int outputPadding)
{
    public int Input => input;

    public int Taps => taps;

    public int Output => same
        ? (outputPadding < 0 ? input * stride : ((input - 1) * stride) + (Reach % 2) + outputPadding)
        : ((input - 1) * stride) + Reach + (outputPadding < 0 ? Math.Max(Reach, stride) - Reach : outputPadding);

    private int Reach => ((taps - 1) * dilation) + 1;

    public IEnumerable<(int Input, int Output, int Tap)> Pairs()
    {
        int crop = Math.Max(((input - 1) * stride) + Reach - Output, 0) / 2;
        for (int i = 0; i < input; i++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                int output = (i * stride) + (tap * dilation) - crop;
                if (output >= 0 && output < Output)
                {
                    yield return (i, output, tap);
                }
            }
        }
    }
}
