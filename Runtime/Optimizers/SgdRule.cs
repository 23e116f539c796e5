using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>SGD</c>: <c>w -= lr g</c>; with momentum <c>v = momentum v - lr g</c>, <c>w += v</c>; Nesterov
/// <c>w += momentum v - lr g</c> with the new v. The weight decay comes first: <c>w -= lr decay w</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SgdRule(double learningRate, double momentum, bool nesterov, double weightDecay) : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => momentum == 0 ? 0 : 1;

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        float minusDecay = (float)(-LearningRate * weightDecay);
        if (momentum == 0)
        {
            Apply(new Plain(-LearningRate, minusDecay), w, g, offset, l1);
        }
        else if (nesterov)
        {
            Apply(new Nesterov(-LearningRate, minusDecay, (float)momentum), w, g, offset, l1);
        }
        else
        {
            Apply(new Momentum(-LearningRate, minusDecay, (float)momentum), w, g, offset, l1);
        }
    }

    private readonly struct Plain(float minusRate, float minusDecay) : IProximalFormula
    {
        public int SlotCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector slot0, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w = TVector.MultiplyAdd(TVector.Create(minusRate), g, w);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(-minusRate);
    }

    private readonly struct Momentum(float minusRate, float minusDecay, float momentum) : IProximalFormula
    {
        public int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector v, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            v = TVector.MultiplyAdd(TVector.Create(momentum), v, TVector.Create(minusRate) * g);
            w += v;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(-minusRate / (1 - momentum));
    }

    private readonly struct Nesterov(float minusRate, float minusDecay, float momentum) : IProximalFormula
    {
        public int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector v, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector step = TVector.Create(minusRate) * g;
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            v = TVector.MultiplyAdd(TVector.Create(momentum), v, step);
            w += TVector.MultiplyAdd(TVector.Create(momentum), v, step);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(-minusRate / (1 - momentum));
    }
}
