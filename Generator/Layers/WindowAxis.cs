using System;

namespace StaticNets.Generator.Layers;

/// <summary>How a window moves along one axis, with Keras' rules for padding.</summary>
internal sealed record WindowAxis
{
    public WindowAxis(int input, int window, int stride, int dilation, bool same)
    {
        Input = input;
        Window = window;
        Stride = stride;
        Dilation = dilation;
        long reach = ((long)(window - 1) * dilation) + 1;
        Reach = (int)Math.Min(reach, int.MaxValue);
        if (same)
        {
            Output = (int)(((long)input + stride - 1) / stride);
            long total = Math.Max(((long)(Output - 1) * stride) + reach - input, 0);
            Before = (int)Math.Min(total / 2, int.MaxValue);
            IsPadded = total > 0;
        }
        else
        {
            Output = reach > input ? 0 : (int)((input - reach) / stride) + 1;
        }
    }

    /// <summary>The axis whose padding is all before the first position, so that no output reads a later input.</summary>
    public static WindowAxis Causal(int input, int window, int stride, int dilation)
    {
        var axis = new WindowAxis(input, window, stride, dilation, same: true);
        return axis with { Before = axis.Reach - 1, IsPadded = axis.Reach > 1 };
    }

    public int Input { get; private init; }

    public int Window { get; }

    public int Stride { get; }

    public int Dilation { get; }

    /// <summary>Positions from the window's first tap to its last, both included.</summary>
    public int Reach { get; }

    /// <summary>Positions of the output; 0 where the window doesn't fit.</summary>
    public int Output { get; init; }

    /// <summary>Padding before the first position; an odd one goes behind the last.</summary>
    public int Before { get; private init; }

    /// <summary>Whether any window reaches into padding.</summary>
    public bool IsPadded { get; private init; }

    /// <summary>The input position under a tap of an output position; it may lie in the padding.</summary>
    public int Position(int output, int tap) => (output * Stride) + (tap * Dilation) - Before;

    /// <summary>The output position that reads an input position under a tap, or null.</summary>
    public int? Result(int position, int tap)
    {
        int scaled = position + Before - (tap * Dilation);
        return scaled >= 0 && scaled % Stride == 0 && scaled / Stride < Output ? scaled / Stride : null;
    }

    /// <summary>
    /// The same axis where zeros at both ends of the input are padding of its own; null where a window would lie on zeros alone.
    /// </summary>
    public WindowAxis? WithoutZeros(int before, int behind)
    {
        WindowAxis axis = this with { Input = Input - before - behind, Before = Before + before, IsPadded = IsPadded || before + behind > 0 };
        return axis.Before < Reach && axis.Position(Output - 1, 0) < axis.Input ? axis : null;
    }

    /// <summary>Whether a tap of an output position lies on the input.</summary>
    public bool Covers(int output, int tap)
    {
        int position = Position(output, tap);
        return position >= 0 && position < Input;
    }
}
