using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Ftrl</c> with a learning rate power of -0.5: <c>h = g + 2 shrinkage w</c>, <c>r = sqrt(n + g^2)</c>,
/// <c>z += h - (r - sqrt(n)) / lr w</c>, <c>w = (clip(z, -l1, l1) - z) / (r / lr + 2 l2 + beta / lr)</c>, <c>n += g^2</c>. A weight
/// whose z stays within l1 is exactly 0. The weight decay comes first: <c>w -= lr decay w</c>. The slots are n, then z.
/// </summary>
/// <remarks>
/// Weights are rebuilt from z, so that the first update forgets their start. With a learning rate of 0, or one whose inverse no float
/// holds, nothing changes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FtrlRule(
    double learningRate,
    double initialAccumulatorValue,
    double l1Strength,
    double l2Strength,
    double l2Shrinkage,
    double beta,
    double weightDecay)
    : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        float inverse = 1 / LearningRate;
        if (!float.IsFinite(inverse))
        {
            return;
        }

        Formula formula = new(
            inverse,
            (float)(-LearningRate * weightDecay),
            (float)l1Strength,
            (float)((2 * l2Strength) + (beta / LearningRate)),
            (float)(2 * l2Shrinkage));
        Apply(formula, w, g, offset);
    }

    private protected override float Start(int slot) => slot == 0 ? (float)initialAccumulatorValue : 0;

    private readonly struct Formula(float inverseRate, float minusDecay, float l1, float l2, float shrinkage) : IUpdateFormula
    {
        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector n, ref TVector z, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector inverse = TVector.Create(inverseRate);
            TVector root = UpdatePass.RootOfSquare(g);
            TVector before = TVector.Sqrt(n);
            n = TVector.MultiplyAdd(root, root, n);
            TVector now = TVector.Sqrt(n);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            z += TVector.MultiplyAdd(TVector.Create(shrinkage), w, g) - ((now - before) * inverse * w);
            TVector clipped = TVector.Min(TVector.Max(z, TVector.Create(-l1)), TVector.Create(l1));
            w = (clipped - z) / TVector.MultiplyAdd(now, inverse, TVector.Create(l2));
        }
    }
}
