using System;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>mean -(t log p + (1 - t) log(1 - p))</c> with <c>p = sigmoid(y)</c> of logits, written so that nothing overflows.</summary>
internal sealed class SigmoidCrossentropy : ReferenceLoss
{
    public override bool FromLogits => true;

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += Math.Max(y[i], 0) - (y[i] * t[i]) + Math.Log(1 + Math.Exp(-Math.Abs(y[i])));
        }

        return sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = (ElementwiseFunction.Sigmoid(y[i]) - t[i]) / y.Length;
        }
    }
}
