using System;
using System.Diagnostics;
using StaticNets.Optimizers;
using Xunit;

namespace StaticNets.Tests.Optimizers;

public sealed class UpdateSpeedTests
{
    private const int Length = 4096;

    /// <summary>
    /// Lamb divides and takes roots twice and reads all once more than Adam. It took 14 times as long until the JIT had compiled its sums a
    /// second time, so only the first updates are measured.
    /// </summary>
    [Fact]
    public void LambTakesAFewTimesAsLongAsAdamFromTheFirstUpdateOn()
    {
        AdamRule adam = new(0.001, 0.9, 0.999, 1e-7, 0);
        LambRule lamb = new(0.001, 0.9, 0.999, 1e-7, 0);
        double ofAdam = Fastest(adam);
        double ofLamb = Fastest(lamb);
        Assert.InRange(ofLamb / ofAdam, 1, 5);
    }

    private static double Fastest(UpdateRule rule)
    {
        rule.Allocate(Length);
        float[] w = new float[Length];
        float[] g = new float[Length];
        w.AsSpan().Fill(0.5f);
        g.AsSpan().Fill(0.1f);
        double fastest = double.MaxValue;
        for (int t = 1; t <= 20; t++)
        {
            long begin = Stopwatch.GetTimestamp();
            rule.Begin(t);
            rule.Update(w, g, 0);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
        }

        return fastest;
    }
}
