using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary><c>lr g / sqrt(v + epsilon)</c>: epsilon stands inside the root.</summary>
internal sealed class ScalarRmsProp(double rho, double momentum, double epsilon, bool centered, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate / (1 - momentum) / Math.Sqrt(slots[0] + epsilon - (centered ? Math.Pow(slots[momentum == 0 ? 1 : 2], 2) : 0));

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] = (rho * slots[0]) + ((1 - rho) * g * g);
        double denominator = slots[0] + epsilon;
        if (centered)
        {
            ref double average = ref slots[momentum == 0 ? 1 : 2];
            average = (rho * average) + ((1 - rho) * g);
            denominator -= average * average;
        }

        double step = rate * g / Math.Sqrt(denominator);
        if (momentum == 0)
        {
            return w - step;
        }

        slots[1] = (momentum * slots[1]) + step;
        return w - slots[1];
    }
}

internal sealed class ScalarAdagrad(double initial, double epsilon, double weightDecay) : ScalarRule(weightDecay)
{
    public override double Start(int slot) => initial;

    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate / Math.Sqrt(slots[0] + epsilon);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] += g * g;
        return w - (rate * g / Math.Sqrt(slots[0] + epsilon));
    }
}

internal sealed class ScalarAdadelta(double rho, double epsilon, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate * Math.Sqrt(slots[1] + epsilon) / Math.Sqrt(slots[0] + epsilon);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] = (rho * slots[0]) + ((1 - rho) * g * g);
        double step = -Math.Sqrt(slots[1] + epsilon) / Math.Sqrt(slots[0] + epsilon) * g;
        slots[1] = (rho * slots[1]) + ((1 - rho) * step * step);
        return w + (rate * step);
    }
}
