using System;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>
/// <c>mean (1 - q)^gamma c</c>, with c the binary cross-entropy and q = t p + (1 - t) (1 - p), times <c>t alpha + (1 - t) (1 - alpha)</c> if balanced.
/// </summary>
internal sealed class BinaryFocalCrossentropy(LossSettings settings, bool fromLogits) : ReferenceLoss
{
    private readonly ReferenceLoss _crossentropy = fromLogits ? new SigmoidCrossentropy() : new BinaryCrossentropy();

    public override bool FromLogits => fromLogits;

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += Balance(t[i]) * Math.Pow(Missed(y[i], t[i]), settings.Gamma) * _crossentropy.Value(y.Slice(i, 1), t.Slice(i, 1));
        }

        return sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        double[] direct = new double[1];
        for (int i = 0; i < y.Length; i++)
        {
            _crossentropy.Derive(y.Slice(i, 1), t.Slice(i, 1), direct);
            double missed = Missed(y[i], t[i]);
            double slope = (1 - (2 * t[i])) * (fromLogits ? ElementwiseFunction.Sigmoid(y[i]) * ElementwiseFunction.Sigmoid(-y[i]) : 1);
            double steering = settings.Gamma * Math.Pow(missed, settings.Gamma - 1) * slope * _crossentropy.Value(y.Slice(i, 1), t.Slice(i, 1));
            dy[i] = Balance(t[i]) * (steering + (Math.Pow(missed, settings.Gamma) * direct[0])) / y.Length;
        }
    }

    private double Balance(double t) => settings.ApplyClassBalancing ? (t * settings.Alpha) + ((1 - t) * (1 - settings.Alpha)) : 1;

    private double Missed(double y, double t)
    {
        double p = fromLogits ? ElementwiseFunction.Sigmoid(y) : y;
        return 1 - ((t * p) + ((1 - t) * (1 - p)));
    }
}
