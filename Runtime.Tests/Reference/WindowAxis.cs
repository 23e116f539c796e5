using System;

namespace StaticNets.Tests.Reference;

/// <summary>A window that moves over one axis: output length and padding as Keras computes them.</summary>
internal sealed class WindowAxis
{
    private readonly int _stride;
    private readonly int _dilation;
    private readonly int _before;

    public WindowAxis(int input, int taps, int stride, int dilation, Padding padding)
    {
        Input = input;
        Taps = taps;
        _stride = stride;
        _dilation = dilation;
        int reach = ((taps - 1) * dilation) + 1;
        if (padding == Padding.Valid)
        {
            Output = ((input - reach) / stride) + 1;
        }
        else
        {
            Output = (input + stride - 1) / stride;
            _before = padding == Padding.Causal ? reach - 1 : Math.Max(((Output - 1) * stride) + reach - input, 0) / 2;
        }

        if (Output < 1 || (padding == Padding.Valid && reach > input))
        {
            throw new ArgumentException($"A window of {reach} does not fit into {input}.", nameof(input));
        }
    }

    public int Input { get; }

    public int Taps { get; }

    public int Output { get; }

    /// <summary>The input position under a tap, or -1 where that is padding.</summary>
    public int Position(int output, int tap)
    {
        int position = (output * _stride) + (tap * _dilation) - _before;
        return position >= 0 && position < Input ? position : -1;
    }
}
