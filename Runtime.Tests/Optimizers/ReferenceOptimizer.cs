using System;

namespace StaticNets.Tests.Optimizers;

/// <summary>One step of an optimizer for one weight, in double precision, straight from Keras' formulas.</summary>
internal abstract class ReferenceOptimizer(double rate, double weightDecay)
{
    public double Step(double w, double g, double[] slots, int t) => Update(w - (rate * weightDecay * w), g, slots, t);

    protected abstract double Update(double w, double g, double[] slots, int t);
}

internal sealed class ReferenceSgd(double rate, double momentum, bool nesterov, double weightDecay) : ReferenceOptimizer(rate, weightDecay)
{
    private readonly double _rate = rate;

    protected override double Update(double w, double g, double[] slots, int t)
    {
        if (momentum == 0)
        {
            return w - (_rate * g);
        }

        slots[0] = (momentum * slots[0]) - (_rate * g);
        return nesterov ? w + (momentum * slots[0]) - (_rate * g) : w + slots[0];
    }
}

internal sealed class ReferenceRmsProp(double rate, double rho, double momentum, double epsilon, bool centered, double weightDecay)
    : ReferenceOptimizer(rate, weightDecay)
{
    private readonly double _rate = rate;

    protected override double Update(double w, double g, double[] slots, int t)
    {
        slots[0] = (rho * slots[0]) + ((1 - rho) * g * g);
        double denominator = slots[0] + epsilon;
        if (centered)
        {
            ref double average = ref slots[momentum == 0 ? 1 : 2];
            average = (rho * average) + ((1 - rho) * g);
            denominator -= average * average;
        }

        double step = _rate * g / Math.Sqrt(denominator);
        if (momentum == 0)
        {
            return w - step;
        }

        slots[1] = (momentum * slots[1]) + step;
        return w - slots[1];
    }
}

internal sealed class ReferenceAdam(double rate, double beta1, double beta2, double epsilon, double weightDecay)
    : ReferenceOptimizer(rate, weightDecay)
{
    private readonly double _rate = rate;

    protected override double Update(double w, double g, double[] slots, int t)
    {
        slots[0] += (g - slots[0]) * (1 - beta1);
        slots[1] += ((g * g) - slots[1]) * (1 - beta2);
        double alpha = _rate * Math.Sqrt(1 - Math.Pow(beta2, t)) / (1 - Math.Pow(beta1, t));
        return w - (alpha * slots[0] / (Math.Sqrt(slots[1]) + epsilon));
    }
}
