using System;
using System.Linq;
using System.Runtime.Intrinsics.X86;
using StaticNets.Execution;
using StaticNets.Optimizers;
using Xunit;

namespace StaticNets.Tests.Optimizers;

public sealed class UpdatePassTests
{
    [Fact]
    public void AllWidthsGiveTheSameBits()
    {
        if (!Fma.IsSupported)
        {
            return;
        }

        for (int length = 1; length < 70; length++)
        {
            float[] narrow = Run<FloatVector128>(length);
            Assert.Equal(narrow, Run<FloatVector256>(length));
            Assert.Equal(narrow, Run<FloatVector512>(length));
        }
    }

    [Fact]
    public void NothingBehindTheRangeIsWritten()
    {
        float[] w = [.. Enumerable.Repeat(1f, 100)];
        float[] slot = [.. Enumerable.Repeat(1f, 100)];
        UpdatePass.Run(new Mixed(), w.AsSpan(10, 37), new float[37], slot.AsSpan(10, 37), slot.AsSpan(50, 37), default);
        Assert.All(w[..10].Concat(w[47..]), value => Assert.Equal(1, value));
        Assert.All(slot[..10].Concat(slot[47..50]).Concat(slot[87..]), value => Assert.Equal(1, value));
        Assert.All(w[10..47].Concat(slot[10..47]).Concat(slot[50..87]), value => Assert.NotEqual(1, value));
    }

    private static float[] Run<TVector>(int length)
        where TVector : struct, IFloatVector<TVector>
    {
        float[] values = [.. Enumerable.Range(0, 4 * length).Select(i => (float)(1.5 + Math.Sin(i)))];
        Span<float> all = values;
        UpdatePass.Run<Mixed, TVector>(
            new Mixed(), all[..length], all[length..(2 * length)], all[(2 * length)..(3 * length)], all[(3 * length)..], default);
        return values;
    }

    /// <summary>Uses each operation that a formula has.</summary>
    private readonly struct Mixed : IUpdateFormula
    {
        public int SlotCount => 2;

        public void Apply<TVector>(ref TVector w, TVector g, ref TVector slot0, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            slot0 = TVector.MultiplyAdd(slot0, TVector.Create(0.9f), g) - w;
            slot1 = TVector.Max(slot0 * slot1, TVector.Create(0.25f));
            w += TVector.Sqrt(slot1) / (slot1 + w);
        }
    }
}
