using System.Linq;
using StaticNets.Optimizers;
using Xunit;

namespace StaticNets.Tests.Optimizers;

/// <summary>A weight of 1 after the gradients 0.1, -0.2, 0.3: the values that Keras' formulas give in double precision.</summary>
public sealed class KerasCheckValueTests
{
    // One unit in the last place of a float near 1 a step.
    private const double Tolerance = 1.8e-7;

    [Fact]
    public void Sgd() => AssertEndsAt(0.998, new SgdRule(0.01, 0, false, 0));

    [Fact]
    public void Momentum() => AssertEndsAt(0.99809, new SgdRule(0.01, 0.9, false, 0));

    [Fact]
    public void Nesterov() => AssertEndsAt(0.996281, new SgdRule(0.01, 0.9, true, 0));

    [Fact]
    public void RmsProp() => AssertEndsAt(0.9971043650, new RmsPropRule(0.001, 0.9, 0, 1e-7, false, 0));

    [Fact]
    public void Adam() => AssertEndsAt(0.9990228918, new AdamRule(0.001, 0.9, 0.999, 1e-7, 0));

    [Fact]
    public void Adagrad() => AssertEndsAt(0.9996025141, new AdagradRule(0.001, 0.1, 1e-7, 0));

    [Fact]
    public void Adamax() => AssertEndsAt(0.9990422421, new AdamaxRule(0.001, 0.9, 0.999, 1e-7, 0));

    // The norm of a single weight is its magnitude: 1 (1 - lr) (1 + lr) (1 - lr), with the signs of m.
    [Fact]
    public void Lamb() => AssertEndsAt(0.998999001, new LambRule(0.001, 0.9, 0.999, 1e-7, 0));

    [Fact]
    public void LambMovesWeightsOfZeroByTheLearningRate()
    {
        LambRule rule = new(0.001, 0.9, 0.999, 1e-7, 0);
        rule.Allocate(2);
        rule.Begin(1);
        float[] w = [0, 0];
        rule.Update(w, [0.5f, -0.25f], 0);
        Assert.Equal(-0.001, w[0], 1e-8);
        Assert.Equal(0.001, w[1], 1e-8);
    }

    [Fact]
    public void Nadam() => AssertEndsAt(0.9989871558, new NadamRule(0.001, 0.9, 0.999, 1e-7, 0));

    [Fact]
    public void Adadelta() => AssertEndsAt(0.999998219414, new AdadeltaRule(0.001, 0.95, 1e-7, 0));

    [Fact]
    public void Lion() => AssertEndsAt(0.999, new LionRule(0.001, 0.9, 0.99, 0));

    [Fact]
    public void Ftrl() => AssertEndsAt(0.0461399248, new FtrlRule(0.001, 0.1, 0, 0, 0, 0, 0));

    private static void AssertEndsAt(double expected, UpdateRule rule)
    {
        rule.Allocate(20);
        float[] w = [.. Enumerable.Repeat(1f, 20)];
        float[] gradients = [0.1f, -0.2f, 0.3f];
        for (int t = 1; t <= gradients.Length; t++)
        {
            rule.Begin(t);
            rule.Update(w, [.. Enumerable.Repeat(gradients[t - 1], 20)], 0);
        }

        Assert.All(w, value => Assert.Equal(expected, value, Tolerance));
    }
}
