using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>An optimizer for one weight, in double precision, straight from Keras' formulas.</summary>
internal abstract class ScalarRule(double weightDecay)
{
    /// <summary>The most slots that a rule has.</summary>
    public const int MaxSlots = 3;

    protected double WeightDecay => weightDecay;

    /// <summary>Decoupled weight decay, then the rule.</summary>
    /// <param name="w">The weight.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="slots">What the rule keeps for it.</param>
    /// <param name="t">The number of the update, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    /// <returns>The weight after the update.</returns>
    public double Step(double w, double g, double[] slots, int t, double rate) => Update(w - (rate * WeightDecay * w), g, slots, t, rate);

    /// <summary>A step of the rule, then the proximal step of an L1 penalty.</summary>
    public double Step(double w, double g, double[] slots, int t, double rate, double l1)
    {
        double moved = Step(w, g, slots, t, rate);
        return l1 == 0 ? moved : Math.Sign(moved) * Math.Max(Math.Abs(moved) - (l1 * EffectiveStep(slots, t, rate)), 0);
    }

    /// <summary>What a slot is before the first update.</summary>
    public virtual double Start(int slot) => 0;

    /// <summary>What the rule multiplies a gradient by that has been the same all along, after an update.</summary>
    public abstract double EffectiveStep(double[] slots, int t, double rate);

    protected abstract double Update(double w, double g, double[] slots, int t, double rate);
}
