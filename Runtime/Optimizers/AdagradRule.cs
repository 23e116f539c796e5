using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Adagrad</c>: <c>a += g^2</c>, <c>w -= lr g / sqrt(a + epsilon)</c>. The weight decay comes first:
/// <c>w -= lr decay w</c>. The slot is a.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdagradRule(double learningRate, double initialAccumulatorValue, double epsilon, double weightDecay)
    : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => 1;

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1) =>
        Apply(new Formula(LearningRate, (float)(-LearningRate * weightDecay), (float)epsilon), w, g, offset, l1);

    private protected override float Start(int slot) => (float)initialAccumulatorValue;

    private readonly struct Formula(float rate, float minusDecay, float epsilon) : IProximalFormula
    {
        public int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector a, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(g);
            a = TVector.MultiplyAdd(root, root, a);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w -= TVector.Create(rate) * g / TVector.Sqrt(a + TVector.Create(epsilon));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(rate) / TVector.Sqrt(slot0 + TVector.Create(epsilon));
    }
}
