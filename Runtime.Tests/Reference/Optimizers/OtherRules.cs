using System;

namespace StaticNets.Tests.Reference.Optimizers;

internal sealed class ScalarSgd(double momentum, bool nesterov, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate / (1 - momentum);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        if (momentum == 0)
        {
            return w - (rate * g);
        }

        slots[0] = (momentum * slots[0]) - (rate * g);
        return nesterov ? w + (momentum * slots[0]) - (rate * g) : w + slots[0];
    }
}

internal sealed class ScalarLion(double beta1, double beta2, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        throw new NotSupportedException("Steps don't depend on the gradient's size.");

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        double sign = Math.Sign((beta1 * slots[0]) + ((1 - beta1) * g));
        slots[0] = (beta2 * slots[0]) + ((1 - beta2) * g);
        return w - (rate * sign);
    }
}

/// <summary>With Keras' learning rate power of -0.5.</summary>
internal sealed class ScalarFtrl(double initial, double l1, double l2, double shrinkage, double beta, double weightDecay)
    : ScalarRule(weightDecay)
{
    public override double Start(int slot) => slot == 0 ? initial : 0;

    public override double EffectiveStep(double[] slots, int t, double rate) =>
        throw new NotSupportedException("It has an L1 strength of its own.");

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        double n = slots[0] + (g * g);
        slots[1] += g + (2 * shrinkage * w) - ((Math.Pow(n, 0.5) - Math.Pow(slots[0], 0.5)) / rate * w);
        slots[0] = n;
        double quadratic = (Math.Pow(n, 0.5) / rate) + (2 * (l2 + (beta / (2 * rate))));
        return (Math.Clamp(slots[1], -l1, l1) - slots[1]) / quadratic;
    }
}
