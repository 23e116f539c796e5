using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Adam</c>: <c>m += (1 - beta1)(g - m)</c>, <c>v += (1 - beta2)(g^2 - v)</c>, <c>w -= alpha m / (sqrt(v) + epsilon)</c> with
/// <c>alpha = lr sqrt(1 - beta2^t) / (1 - beta1^t)</c>. With weight decay, <c>w -= lr decay w</c> before that, it is <c>AdamW</c>.
/// The slots are m, then v.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdamRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    : UpdateRule(learningRate)
{
    private double _biasCorrection = 1;

    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t) => _biasCorrection = Math.Sqrt(1 - Math.Pow(beta2, t)) / (1 - Math.Pow(beta1, t));

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset)
    {
        Formula formula = new(
            (float)(-LearningRate * _biasCorrection),
            (float)(-LearningRate * weightDecay),
            (float)(1 - beta1),
            (float)(1 - beta2),
            (float)epsilon);
        Apply(formula, w, g, offset);
    }

    private readonly struct Formula(float minusAlpha, float minusDecay, float oneMinusBeta1, float oneMinusBeta2, float epsilon)
        : IUpdateFormula
    {
        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector v, ref TVector unused)
            where TVector : struct, IFloatVector<TVector>
        {
            m = TVector.MultiplyAdd(TVector.Create(oneMinusBeta1), g - m, m);
            v = TVector.MultiplyAdd(TVector.Create(oneMinusBeta2), TVector.MultiplyAdd(g, g, default(TVector) - v), v);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w += TVector.Create(minusAlpha) * m / (TVector.Sqrt(v) + TVector.Create(epsilon));
        }
    }
}
