using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Lion</c>: <c>w -= lr sign(beta1 m + (1 - beta1) g)</c>, then <c>m = beta2 m + (1 - beta2) g</c>. The weight decay comes first:
/// <c>w -= lr decay w</c>. The slot is m.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LionRule(double learningRate, double beta1, double beta2, double weightDecay) : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => 1;

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Formula formula = new(-LearningRate, (float)(-LearningRate * weightDecay), (float)(1 - beta1), (float)(1 - beta2));
        Apply(formula, w, g, offset);
    }

    private readonly struct Formula(float minusRate, float minusDecay, float oneMinusBeta1, float oneMinusBeta2) : IUpdateFormula
    {
        public int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector change = g - m;
            TVector sign = TVector.Sign(TVector.MultiplyAdd(TVector.Create(oneMinusBeta1), change, m));
            m = TVector.MultiplyAdd(TVector.Create(oneMinusBeta2), change, m);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w = TVector.MultiplyAdd(TVector.Create(minusRate), sign, w);
        }
    }
}
