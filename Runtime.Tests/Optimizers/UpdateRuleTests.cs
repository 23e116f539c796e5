using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Optimizers;
using StaticNets.Tests.Reference.Optimizers;
using Xunit;

namespace StaticNets.Tests.Optimizers;

public sealed class UpdateRuleTests
{
    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> ProximalNames => [.. Minimizers.Keys];

    private static Dictionary<string, (Func<UpdateRule> Rule, ScalarRule Reference, int Slots)> Cases { get; } = new()
    {
        ["sgd"] = (() => new SgdRule(0.01, 0, false, 0), new ScalarSgd(0, false, 0), 0),
        ["sgd with decay"] = (() => new SgdRule(0.01, 0, false, 0.1), new ScalarSgd(0, false, 0.1), 0),
        ["momentum"] = (() => new SgdRule(0.01, 0.9, false, 0.02), new ScalarSgd(0.9, false, 0.02), 1),
        ["nesterov"] = (() => new SgdRule(0.01, 0.8, true, 0.02), new ScalarSgd(0.8, true, 0.02), 1),
        ["rmsprop"] = (() => Rms(0, false), ReferenceRms(0, false), 1),
        ["rmsprop with momentum"] = (() => Rms(0.7, false), ReferenceRms(0.7, false), 2),
        ["centered rmsprop"] = (() => Rms(0, true), ReferenceRms(0, true), 2),
        ["centered rmsprop with momentum"] = (() => Rms(0.7, true), ReferenceRms(0.7, true), 3),
        ["adam"] = (() => new AdamRule(0.001, 0.9, 0.999, 1e-7, 0), new ScalarAdam(0.9, 0.999, 1e-7, 0), 2),
        ["adamw"] = (() => new AdamRule(0.01, 0.8, 0.99, 1e-3, 0.04), new ScalarAdam(0.8, 0.99, 1e-3, 0.04), 2),
        ["amsgrad"] = (() => new AdamRule(0.01, 0.8, 0.9, 1e-3, 0.04, amsGrad: true), new ScalarAdam(0.8, 0.9, 1e-3, 0.04, amsGrad: true), 3),
        ["adamax"] = (() => new AdamaxRule(0.01, 0.8, 0.9, 1e-3, 0.04), new ScalarAdamax(0.8, 0.9, 1e-3, 0.04), 2),
        ["nadam"] = (() => new NadamRule(0.01, 0.8, 0.99, 1e-3, 0.04), new ScalarNadam(0.8, 0.99, 1e-3, 0.04), 2),
        ["adagrad"] = (() => new AdagradRule(0.01, 0.1, 1e-3, 0.04), new ScalarAdagrad(0.1, 1e-3, 0.04), 1),
        ["adadelta"] = (() => new AdadeltaRule(0.5, 0.95, 1e-3, 0.04), new ScalarAdadelta(0.95, 1e-3, 0.04), 2),
        ["lion"] = (() => new LionRule(0.01, 0.9, 0.99, 0.04), new ScalarLion(0.9, 0.99, 0.04), 1),
        ["ftrl"] = (() => new FtrlRule(0.1, 0.1, 0.2, 0.1, 0.03, 0.5, 0.04), new ScalarFtrl(0.1, 0.2, 0.1, 0.03, 0.5, 0.04), 2),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithTheDoubleReferenceAtEveryLength(string name)
    {
        (Func<UpdateRule> create, ScalarRule reference, int slots) = Cases[name];
        for (int length = 1; length <= 70; length++)
        {
            UpdateRule rule = create();
            Assert.Equal(slots, rule.SlotCount);
            rule.Allocate(length);
            Random random = new(length);
            float[] w = Normal(random, length);
            double[] expected = [.. w.Select(value => (double)value)];
            double[][] expectedSlots = [.. w.Select(_ => Enumerable.Range(0, ScalarRule.MaxSlots).Select(reference.Start).ToArray())];
            for (int t = 1; t <= 5; t++)
            {
                float[] g = Normal(random, length);
                rule.Begin(t);
                rule.Update(w, g, 0);
                for (int i = 0; i < length; i++)
                {
                    expected[i] = reference.Step(expected[i], g[i], expectedSlots[i], t, rule.LearningRate);
                    Assert.Equal(expected[i], w[i], 2e-6 * Math.Max(1, Math.Abs(expected[i])));
                }
            }

            for (int slot = 0; slot < slots; slot++)
            {
                for (int i = 0; i < length; i++)
                {
                    Assert.Equal(expectedSlots[i][slot], rule.GetSlot(slot)[i], 2e-6 * Math.Max(1, Math.Abs(expectedSlots[i][slot])));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ProximalNames))]
    public void AProximalStepFollowsTheUpdate(string name)
    {
        const int Length = 70;
        const float L1 = 0.5f;
        (Func<UpdateRule> create, ScalarRule reference, _) = Cases[name];
        UpdateRule rule = create();
        rule.Allocate(Length);
        Random random = new(1);
        float[] w = [.. Normal(random, Length).Select(value => 0.05f * value)];
        double[] expected = [.. w.Select(value => (double)value)];
        double[][] slots = [.. w.Select(_ => Enumerable.Range(0, ScalarRule.MaxSlots).Select(reference.Start).ToArray())];
        int zeros = 0;
        for (int t = 1; t <= 20; t++)
        {
            float[] g = Normal(random, Length);
            rule.Begin(t);
            rule.Update(w, g, 0, L1);
            for (int i = 0; i < Length; i++)
            {
                expected[i] = reference.Step(expected[i], g[i], slots[i], t, rule.LearningRate, L1);
                Assert.Equal(expected[i], w[i], 2e-6);
            }

            zeros += w.Count(value => value == 0);
        }

        Assert.InRange(zeros, 1, (20 * Length) - 1);
    }

    /// <summary>The minimum of <c>(w - a)^2 / 2 + l1 |w|</c> is a, moved towards 0 by l1, whatever the optimizer.</summary>
    [Theory]
    [MemberData(nameof(ProximalNames))]
    public void AProximalStepEndsAtTheMinimumOfThePenalizedLoss(string name)
    {
        UpdateRule rule = Minimizers[name]();
        float[] a = [0.9f, -0.7f, 0.2f, -0.25f, 0, 0.31f];
        float[] w = [0.1f, 0.1f, 0.5f, -0.5f, 0.3f, 0.3f];
        float[] g = new float[a.Length];
        rule.Allocate(a.Length);
        for (int t = 1; t <= 20000; t++)
        {
            for (int i = 0; i < g.Length; i++)
            {
                g[i] = w[i] - a[i];
            }

            // A learning rate that falls, so that the adaptive rules come to rest.
            rule.LearningRate *= 0.9996f;
            rule.Begin(t);
            rule.Update(w, g, 0, 0.3f);
        }

        float[] minimum = [0.6f, -0.4f, 0, 0, 0, 0.01f];
        Assert.All(minimum.Zip(w), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
        Assert.Equal([0, 0, 0], w[2..5]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnySplitGivesTheSameBits(string name)
    {
        const int Length = 70;
        for (int split = 1; split < Length; split++)
        {
            UpdateRule whole = Cases[name].Rule();
            UpdateRule parts = Cases[name].Rule();
            whole.Allocate(Length);
            parts.Allocate(Length);
            Random random = new(split);
            float[] w = Normal(random, Length);
            float[] wInParts = [.. w];
            for (int t = 1; t <= 3; t++)
            {
                float[] g = Normal(random, Length);
                whole.Begin(t);
                whole.Update(w, g, 0);
                parts.Begin(t);
                parts.Update(wInParts.AsSpan(split), g.AsSpan(split), split);
                parts.Update(wInParts.AsSpan(0, split), g.AsSpan(0, split), 0);
                Assert.Equal(w, wInParts);
            }

            for (int slot = 0; slot < whole.SlotCount; slot++)
            {
                Assert.Equal(whole.GetSlot(slot).ToArray(), parts.GetSlot(slot).ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SlotsThatDecayEndAtZeroNotAmongTheSubnormals(string name)
    {
        const int Length = 20;
        UpdateRule rule = Cases[name].Rule();
        rule.Allocate(Length);
        for (int slot = 0; slot < rule.SlotCount; slot++)
        {
            rule.GetSlot(slot).Fill(1.5e-30f);
            rule.GetSlot(slot)[0] = 2e-29f;
        }

        float[] w = new float[Length];
        for (int t = 1; t <= 700; t++)
        {
            rule.Begin(t);
            rule.Update(w, new float[Length], 0);
            for (int slot = 0; slot < rule.SlotCount; slot++)
            {
                Assert.DoesNotContain(rule.GetSlot(slot).ToArray(), value => value != 0 && Math.Abs(value) < 1e-30f);
                Assert.False(t == 1 && rule.GetSlot(slot)[0] == 0, "A slot above the limit is kept.");
            }
        }

        for (int slot = 0; slot < rule.SlotCount; slot++)
        {
            // Sums and maxima don't decay.
            bool stays = name is "adagrad" or "ftrl" || (name == "amsgrad" && slot == 2);
            Assert.Equal(stays ? 1.5e-30f : 0, rule.GetSlot(slot)[^1]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsWhoseSquareIsSubnormalLeaveNoTraceOfIt(string name)
    {
        UpdateRule rule = Cases[name].Rule();
        rule.Allocate(1);
        float[] start = [.. Enumerable.Range(0, rule.SlotCount).Select(slot => rule.GetSlot(slot)[0])];
        float[] w = [1];
        rule.Begin(1);
        rule.Update(w, [1e-20f], 0);
        for (int slot = 0; slot < rule.SlotCount; slot++)
        {
            float change = rule.GetSlot(slot)[0] - start[slot];
            Assert.True(change == 0 || Math.Abs(change) > 1e-30f, $"Slot {slot} is {rule.GetSlot(slot)[0]:R}.");
        }
    }

    [Fact]
    public void NadamGoesOnWithTheSameBits()
    {
        float[] passing = Nadam(new NadamRule(0.01, 0.9, 0.999, 1e-7, 0), 1, 40);
        Assert.Equal(passing, Nadam(new NadamRule(0.01, 0.9, 0.999, 1e-7, 0), 40, 40));
        NadamRule back = new(0.01, 0.9, 0.999, 1e-7, 0);
        Nadam(back, 1, 90);
        Assert.Equal(passing, Nadam(back, 40, 40));
    }

    [Fact]
    public void LionKeepsWhatIsNotANumber()
    {
        LionRule rule = new(0.01, 0.9, 0.99, 0);
        rule.Allocate(3);
        float[] w = [1, 1, 1];
        rule.Update(w, [float.NaN, 0, -1e-20f], 0);
        Assert.Equal([float.NaN, 1, 1.01f], w);
    }

    [Fact]
    public void FtrlMakesWeightsExactlyZeroAndRestsAtALearningRateOfZero()
    {
        FtrlRule rule = new(0.1, 0.1, 0.5, 0, 0, 0, 0);
        rule.Allocate(2);
        float[] w = [0.1f, -0.1f];
        rule.Update(w, [0.3f, 3], 0);
        Assert.Equal(0, w[0]);
        Assert.True(w[1] < 0);
        float before = w[1];
        rule.LearningRate = 0;
        rule.Update(w, [1, 1], 0);
        Assert.Equal([0, before], w);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnUpdateAllocatesNothing(string name)
    {
        UpdateRule rule = Cases[name].Rule();
        rule.Allocate(67);
        float[] w = new float[67];
        float[] g = new float[67];
        rule.Begin(1);
        rule.Update(w, g, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        rule.Begin(2);
        rule.Update(w, g, 0);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void ACenteredVarianceThatRoundingMakesNegativeGivesNoNaN()
    {
        // Gradients that fall and then stay let both averages stop a little above their limits; the square of the one doubles its excess.
        UpdateRule rule = new RmsPropRule(0.001, 0.9, 0, 1e-7, true, 0);
        rule.Allocate(64);
        float[] w = new float[64];
        for (int t = 1; t <= 500; t++)
        {
            float[] g = [.. Enumerable.Range(1, 64).Select(i => i * (t < 50 ? 24.6f : 12.3f))];
            rule.Begin(t);
            rule.Update(w, g, 0);
        }

        Assert.All(w, value => Assert.True(float.IsFinite(value)));
    }

    // The weight after the updates from one to another, with slots that forget what was before the last one.
    private static float[] Nadam(NadamRule rule, int first, int last)
    {
        rule.Allocate(1);
        float[] w = [1];
        for (int t = first; t <= last; t++)
        {
            rule.Begin(t);
            rule.GetSlot(0).Clear();
            rule.GetSlot(1).Clear();
            w[0] = 1;
            rule.Update(w, [0.3f], 0);
        }

        return w;
    }

    private static Dictionary<string, Func<UpdateRule>> Minimizers { get; } = new()
    {
        ["sgd"] = () => new SgdRule(0.02, 0, false, 0),
        ["momentum"] = () => new SgdRule(0.01, 0.9, false, 0),
        ["nesterov"] = () => new SgdRule(0.01, 0.8, true, 0),
        ["rmsprop"] = () => new RmsPropRule(0.01, 0.9, 0, 1e-7, false, 0),
        ["rmsprop with momentum"] = () => new RmsPropRule(0.003, 0.9, 0.7, 1e-7, false, 0),
        ["centered rmsprop"] = () => new RmsPropRule(0.003, 0.9, 0, 1e-3, true, 0),
        ["centered rmsprop with momentum"] = () => new RmsPropRule(0.001, 0.9, 0.7, 1e-3, true, 0),
        ["adam"] = () => new AdamRule(0.01, 0.9, 0.999, 1e-7, 0),
        ["amsgrad"] = () => new AdamRule(0.01, 0.9, 0.999, 1e-7, 0, amsGrad: true),
        ["adamax"] = () => new AdamaxRule(0.01, 0.9, 0.999, 1e-7, 0),
        ["nadam"] = () => new NadamRule(0.01, 0.9, 0.999, 1e-7, 0),
        ["adagrad"] = () => new AdagradRule(0.1, 0.1, 1e-7, 0),
        ["adadelta"] = () => new AdadeltaRule(1, 0.95, 1e-6, 0),
    };

    private static RmsPropRule Rms(double momentum, bool centered) => new(0.001, 0.9, momentum, 1e-7, centered, 0.03);

    private static ScalarRmsProp ReferenceRms(double momentum, bool centered) => new(0.9, momentum, 1e-7, centered, 0.03);

    private static float[] Normal(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (float)(Radius(random) * Math.Cos(2 * Math.PI * random.NextDouble())))];

    private static double Radius(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
}
