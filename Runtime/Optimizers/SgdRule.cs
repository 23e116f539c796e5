using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

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

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset)
    {
        float minusDecay = (float)(-LearningRate * weightDecay);
        if (momentum == 0)
        {
            Apply(new Plain(-LearningRate, minusDecay), w, g, offset);
        }
        else if (nesterov)
        {
            Apply(new Nesterov(-LearningRate, minusDecay, (float)momentum), w, g, offset);
        }
        else
        {
            Apply(new Momentum(-LearningRate, minusDecay, (float)momentum), w, g, offset);
        }
    }

    private readonly struct Plain(float minusRate, float minusDecay) : IUpdateFormula
    {
        public int SlotCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector slot0, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w = TVector.MultiplyAdd(TVector.Create(minusRate), g, w);
        }
    }

    private readonly struct Momentum(float minusRate, float minusDecay, float momentum) : IUpdateFormula
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
    }

    private readonly struct Nesterov(float minusRate, float minusDecay, float momentum) : IUpdateFormula
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
    }
}
