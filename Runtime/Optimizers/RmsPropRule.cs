using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>RMSprop</c>: <c>v = rho v + (1 - rho) g^2</c>, <c>step = lr g / sqrt(v + epsilon)</c>, <c>w -= step</c>. Centered:
/// <c>a = rho a + (1 - rho) g</c> and <c>v - a^2</c> in place of v under the root. With momentum <c>m = momentum m + step</c>,
/// <c>w -= m</c>. The weight decay comes first: <c>w -= lr decay w</c>. The slots are v, then m, then a.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RmsPropRule(double learningRate, double rho, double momentum, double epsilon, bool centered, double weightDecay)
    : UpdateRule(learningRate)
{
    /// <inheritdoc/>
    public override int SlotCount => 1 + (momentum == 0 ? 0 : 1) + (centered ? 1 : 0);

    internal override void Begin(long t)
    {
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Constants constants = new(
            LearningRate, (float)(-LearningRate * weightDecay), (float)rho, (float)(1 - rho), (float)momentum, (float)epsilon);
        if (centered)
        {
            Apply(new Centered(constants, momentum != 0), w, g, offset, l1);
        }
        else
        {
            Apply(new Plain(constants, momentum != 0), w, g, offset, l1);
        }
    }

    private readonly record struct Constants(float Rate, float MinusDecay, float Rho, float OneMinusRho, float Momentum, float Epsilon)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Average<TVector>(TVector average, TVector value)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.MultiplyAdd(TVector.Create(Rho), average, TVector.Create(OneMinusRho) * value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector AverageSquare<TVector>(TVector average, TVector g)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(g);
            return Average(average, root * root);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step<TVector>(TVector g, TVector variance)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(Rate) * g / TVector.Sqrt(variance + TVector.Create(Epsilon));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector variance)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(Rate / (1 - Momentum)) / TVector.Sqrt(variance + TVector.Create(Epsilon));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Decay<TVector>(TVector w)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.MultiplyAdd(TVector.Create(MinusDecay), w, w);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Accelerate<TVector>(TVector m, TVector step)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.MultiplyAdd(TVector.Create(Momentum), m, step);
    }

    private readonly struct Plain(Constants constants, bool hasMomentum) : IProximalFormula
    {
        public int SlotCount => hasMomentum ? 2 : 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector v, ref TVector m, ref TVector unused)
            where TVector : struct, IFloatVector<TVector>
        {
            v = constants.AverageSquare(v, g);
            m = constants.Accelerate(m, constants.Step(g, v));
            w = constants.Decay(w) - m;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            constants.EffectiveStep(slot0);
    }

    private readonly struct Centered(Constants constants, bool hasMomentum) : IProximalFormula
    {
        public int SlotCount => hasMomentum ? 3 : 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector v, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector a = constants.Average(hasMomentum ? slot2 : slot1, g);
            v = constants.AverageSquare(v, g);

            // Rounding must not make the variance negative: its root would be NaN.
            TVector variance = TVector.Max(v - (a * a), default);
            TVector m = constants.Accelerate(hasMomentum ? slot1 : default, constants.Step(g, variance));
            w = constants.Decay(w) - m;
            slot1 = hasMomentum ? m : a;
            slot2 = a;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector a = hasMomentum ? slot2 : slot1;
            return constants.EffectiveStep(TVector.Max(slot0 - (a * a), default));
        }
    }
}
