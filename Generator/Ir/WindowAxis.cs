namespace StaticNets.Generator.Ir;

/// <summary>How a window moves along one axis, with Keras' rules for padding.</summary>
internal sealed record WindowAxis
{
    public WindowAxis(int input, int window, int stride, int dilation, bool same)
    {
        Input = input;
        Window = window;

        // What is never gone, from a single window to the next or from a single tap to the next, has any length: none that overflows.
        Stride = Math.Min(stride, Math.Max(input, 1));
        Dilation = window == 1 ? 1 : dilation;
        long reach = ((long)(window - 1) * dilation) + 1;
        Reach = reach;
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
        return axis with { Before = (int)Math.Min(axis.Reach - 1, int.MaxValue), IsPadded = axis.Reach > 1 };
    }

    /// <summary>
    /// The axis of the convolution that a transposed one turns round, from its output, here the input, to its input. The output is as long
    /// as Keras makes it; what the kernel reaches beyond is cut off on both sides.
    /// </summary>
    /// <param name="input">Positions that the transposed convolution reads.</param>
    /// <param name="window">Taps.</param>
    /// <param name="stride">The stride.</param>
    /// <param name="dilation">The distance of taps.</param>
    /// <param name="same">Whether the length is the input's times the stride.</param>
    /// <param name="outputPadding">Positions beyond the shortest output, or null for the usual length.</param>
    public static WindowAxis Transposed(int input, int window, int stride, int dilation, bool same, int? outputPadding)
    {
        long reach = ((long)(window - 1) * dilation) + 1;
        long start = (long)(input - 1) * stride;
        long output = (same, outputPadding) switch
        {
            (true, null) => (long)input * stride,
            (true, int more) => start + (reach % 2) + more,
            (false, null) => start + Math.Max(reach, stride),
            (false, int more) => start + reach + more,
        };
        long before = Math.Max(start + reach - output, 0) / 2;
        int length = (int)Math.Min(output, int.MaxValue);
        return new WindowAxis(length, window, stride, dilation, same: false) with
        {
            Output = input,
            Before = (int)Math.Min(before, int.MaxValue),
            IsPadded = start + reach > output,
        };
    }

    public int Input { get; private init; }

    public int Window { get; }

    public int Stride { get; }

    public int Dilation { get; }

    /// <summary>Positions from the window's first tap to its last, both included.</summary>
    public long Reach { get; }

    /// <summary>Positions of the output; 0 where the window doesn't fit.</summary>
    public int Output { get; init; }

    /// <summary>Padding before the first position; an odd one goes behind the last.</summary>
    public int Before { get; private init; }

    /// <summary>Whether any window reaches into padding.</summary>
    public bool IsPadded { get; private init; }

    /// <summary>The input position under a tap of an output position; it may lie in the padding.</summary>
    public int Position(int output, int tap) => (output * Stride) + (tap * Dilation) - Before;

    /// <summary>Pairs of an output position and a tap that lies on the input.</summary>
    public long Pairs
    {
        get
        {
            long pairs = 0;
            for (int tap = 0; tap < Window; tap++)
            {
                long first = Math.Max(0, ((long)Before - ((long)tap * Dilation) + Stride - 1) / Stride);
                long beyond = (long)Input - 1 + Before - ((long)tap * Dilation);
                long last = beyond < 0 ? -1 : Math.Min(Output - 1, beyond / Stride);
                pairs += Math.Max(0, last - first + 1);
            }

            return pairs;
        }
    }

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
        WindowAxis axis = this with
        {
            Input = Input - before - behind,
            Before = Before + before,
            IsPadded = IsPadded || before + behind > 0,
        };
        return axis.Before < Reach && axis.Position(Output - 1, 0) < axis.Input ? axis : null;
    }

    /// <summary>As printed graphs show it: <c>3 of 28 to 14, stride 2, before 1</c>.</summary>
    public override string ToString()
    {
        string stride = Stride > 1 ? $", stride {Literal.Int(Stride)}" : "";
        string dilation = Dilation > 1 ? $", dilation {Literal.Int(Dilation)}" : "";
        string before = IsPadded ? $", before {Literal.Int(Before)}" : "";
        return $"{Literal.Int(Window)} of {Literal.Int(Input)} to {Literal.Int(Output)}{stride}{dilation}{before}";
    }

    /// <summary>Whether a tap of an output position lies on the input.</summary>
    public bool Covers(int output, int tap)
    {
        int position = Position(output, tap);
        return position >= 0 && position < Input;
    }
}
