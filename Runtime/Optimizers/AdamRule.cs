using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Adam</c>: <c>m += (1 - beta1)(g - m)</c>, <c>v += (1 - beta2)(g^2 - v)</c>, <c>w -= alpha m / (sqrt(v) + epsilon)</c> with
/// <c>alpha = lr sqrt(1 - beta2^t) / (1 - beta1^t)</c>. With weight decay, <c>w -= lr decay w</c> before that, it is <c>AdamW</c>. AMSGrad
/// has the largest v so far in place of v under the root. The slots are m, then v, then the largest v.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdamRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, bool amsGrad = false)
    : UpdateRule(learningRate)
{
    private double _biasCorrection = 1;
    private double _varianceCorrection = 1;

    /// <inheritdoc/>
    public override int SlotCount => amsGrad ? 3 : 2;

    internal override void Begin(long t)
    {
        _varianceCorrection = Math.Sqrt(1 - Math.Pow(beta2, t));
        _biasCorrection = _varianceCorrection / (1 - Math.Pow(beta1, t));
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Constants constants = new(
            (float)(-LearningRate * _biasCorrection),
            (float)(LearningRate * _varianceCorrection),
            (float)(-LearningRate * weightDecay),
            (float)(1 - beta1),
            (float)(1 - beta2),
            (float)epsilon);
        if (amsGrad)
        {
            Apply(new AmsGrad(constants), w, g, offset, l1);
        }
        else
        {
            Apply(new Plain(constants), w, g, offset, l1);
        }
    }

    private readonly record struct Constants(
        float MinusAlpha, float Rate, float MinusDecay, float OneMinusBeta1, float OneMinusBeta2, float Epsilon)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Average<TVector>(TVector g, ref TVector m, ref TVector v)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(g);
            m = TVector.MultiplyAdd(TVector.Create(OneMinusBeta1), g - m, m);
            v = TVector.MultiplyAdd(TVector.Create(OneMinusBeta2), TVector.MultiplyAdd(root, root, default(TVector) - v), v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector v)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(Rate) / (TVector.Sqrt(v) + TVector.Create(Epsilon));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Update<TVector>(TVector w, TVector m, TVector v)
            where TVector : struct, IFloatVector<TVector>
        {
            w = TVector.MultiplyAdd(TVector.Create(MinusDecay), w, w);
            return w + (TVector.Create(MinusAlpha) * m / (TVector.Sqrt(v) + TVector.Create(Epsilon)));
        }
    }

    private readonly struct Plain(Constants constants) : IProximalFormula
    {
        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector v, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            constants.Average(g, ref m, ref v);
            w = constants.Update(w, m, v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            constants.EffectiveStep(slot1);
    }

    private readonly struct AmsGrad(Constants constants) : IProximalFormula
    {
        public int SlotCount => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector v, ref TVector largest)
            where TVector : struct, IFloatVector<TVector>
        {
            constants.Average(g, ref m, ref v);
            largest = TVector.Max(largest, v);
            w = constants.Update(w, m, largest);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            constants.EffectiveStep(slot2);
    }
}
