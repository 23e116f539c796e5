using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>Epsilon is added to the root of v before the bias correction divides it.</summary>
internal sealed class ScalarAdam(double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad = false)
    : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate * Math.Sqrt(1 - Math.Pow(beta2, t)) / (Math.Sqrt(amsGrad ? slots[2] : slots[1]) + epsilon);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] += (g - slots[0]) * (1 - beta1);
        slots[1] += ((g * g) - slots[1]) * (1 - beta2);
        double v = slots[1];
        if (amsGrad)
        {
            v = slots[2] = Math.Max(slots[2], v);
        }

        double alpha = rate * Math.Sqrt(1 - Math.Pow(beta2, t)) / (1 - Math.Pow(beta1, t));
        return w - (alpha * slots[0] / (Math.Sqrt(v) + epsilon));
    }
}

internal sealed class ScalarAdamax(double beta1, double beta2, double epsilon, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate / (slots[1] + epsilon);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] += (g - slots[0]) * (1 - beta1);
        slots[1] = Math.Max(beta2 * slots[1], Math.Abs(g));
        return w - (rate * slots[0] / ((1 - Math.Pow(beta1, t)) * (slots[1] + epsilon)));
    }
}

/// <summary>Adam's direction, as far as the norm of the whole tensor.</summary>
internal sealed class ScalarLamb(double beta1, double beta2, double epsilon, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) => throw new NotSupportedException();

    public void Update(ReferenceTensor tensor, double[] w, double[] g, double[][] slots, int t, double rate)
    {
        double[] direction = new double[tensor.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            // A step of rate 1 from 0 is the direction, backwards.
            int place = tensor.Offset + i;
            w[place] -= rate * WeightDecay * w[place];
            direction[i] = -Update(0, g[place], slots[place], t, 1);
        }

        double length = Norm(w.AsSpan(tensor.Offset, tensor.Length));
        double ratio = length > 0 && Norm(direction) > 0 ? length / Norm(direction) : 1;
        for (int i = 0; i < direction.Length && tensor.IsTrainable; i++)
        {
            w[tensor.Offset + i] -= rate * ratio * direction[i];
        }
    }

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        slots[0] += (g - slots[0]) * (1 - beta1);
        slots[1] += ((g * g) - slots[1]) * (1 - beta2);
        double m = slots[0] / (1 - Math.Pow(beta1, t));
        return w - (rate * m / (Math.Sqrt(slots[1] / (1 - Math.Pow(beta2, t))) + epsilon));
    }

    private static double Norm(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}

/// <summary>The product of the momenta is multiplied anew for each update.</summary>
internal sealed class ScalarNadam(double beta1, double beta2, double epsilon, double weightDecay) : ScalarRule(weightDecay)
{
    public override double EffectiveStep(double[] slots, int t, double rate) =>
        rate / (Math.Sqrt(slots[1] / (1 - Math.Pow(beta2, t))) + epsilon);

    protected override double Update(double w, double g, double[] slots, int t, double rate)
    {
        double product = 1;
        for (int s = 1; s <= t; s++)
        {
            product *= Momentum(s);
        }

        slots[0] += (g - slots[0]) * (1 - beta1);
        slots[1] += ((g * g) - slots[1]) * (1 - beta2);
        double m = (Momentum(t + 1) * slots[0] / (1 - (product * Momentum(t + 1)))) + ((1 - Momentum(t)) * g / (1 - product));
        double v = slots[1] / (1 - Math.Pow(beta2, t));
        return w - (rate * m / (Math.Sqrt(v) + epsilon));
    }

    private double Momentum(int t) => beta1 * (1 - (0.5 * Math.Pow(0.96, t)));
}
