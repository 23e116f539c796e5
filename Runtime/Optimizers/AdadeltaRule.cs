using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Adadelta</c>: <c>a = rho a + (1 - rho) g^2</c>, <c>step = g sqrt(d + epsilon) / sqrt(a + epsilon)</c>,
/// <c>d = rho d + (1 - rho) step^2</c>, <c>w -= lr step</c>. The weight decay comes first: <c>w -= lr decay w</c>. The slots are a, then d.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AdadeltaRule(double learningRate, double rho, double epsilon, double weightDecay) : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Formula formula = new(-LearningRate, (float)(-LearningRate * weightDecay), (float)rho, (float)(1 - rho), (float)epsilon);
        Apply(formula, w, g, offset, l1);
    }

    private readonly struct Formula(float minusRate, float minusDecay, float rho, float oneMinusRho, float epsilon) : IProximalFormula
    {
        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector a, ref TVector d, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            a = Average(a, g);
            TVector step = TVector.Sqrt(d + TVector.Create(epsilon)) / TVector.Sqrt(a + TVector.Create(epsilon)) * g;
            d = Average(d, step);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            w = TVector.MultiplyAdd(TVector.Create(minusRate), step, w);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(-minusRate) * TVector.Sqrt(slot1 + TVector.Create(epsilon)) / TVector.Sqrt(slot0 + TVector.Create(epsilon));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Average<TVector>(TVector average, TVector value)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(value);
            return TVector.MultiplyAdd(TVector.Create(rho), average, TVector.Create(oneMinusRho) * (root * root));
        }
    }
}
