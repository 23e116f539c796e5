using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Adamax</c>: <c>m += (1 - beta1)(g - m)</c>, <c>u = max(beta2 u, |g|)</c>, <c>w -= lr m / ((1 - beta1^t)(u + epsilon))</c>. The
/// weight decay comes first: <c>w -= lr decay w</c>. The slots are m, then u.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdamaxRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    : UpdateRule(learningRate)
{
    private double _biasCorrection = 1;

    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t) => _biasCorrection = 1 / (1 - Math.Pow(beta1, t));

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Formula formula = new(
            (float)(-LearningRate * _biasCorrection),
            LearningRate,
            (float)(-LearningRate * weightDecay),
            (float)(1 - beta1),
            (float)beta2,
            (float)epsilon);
        Apply(formula, w, g, offset, l1);
    }

    private readonly struct Formula(
        float minusAlpha, float rate, float minusDecay, float oneMinusBeta1, float beta2, float epsilon) : IProximalFormula
    {
        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector u, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            m = TVector.MultiplyAdd(TVector.Create(oneMinusBeta1), g - m, m);
            u = TVector.Max(TVector.Create(beta2) * u, TVector.Abs(g));
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w += TVector.Create(minusAlpha) * m / (u + TVector.Create(epsilon));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(rate) / (slot1 + TVector.Create(epsilon));
    }
}
