using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Lamb</c> (You et al., 2019): <c>m</c> and <c>v</c> as in Adam,
/// <c>r = m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)</c>, <c>w -= lr |w| / |r| r</c> with the norms of the whole tensor; their
/// ratio is 1 where one of them is 0. The weight decay comes first: <c>w -= lr decay w</c>. The slots are m, then v.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LambRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    : TensorUpdateRule(learningRate)
{
    private double _meanCorrection = 1;
    private double _varianceCorrection = 1;

    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t)
    {
        _meanCorrection = 1 / (1 - Math.Pow(beta1, t));
        _varianceCorrection = 1 / (1 - Math.Pow(beta2, t));
    }

    internal override (double Weights, double Direction) Measure(Span<float> w, ReadOnlySpan<float> g, int offset)
    {
        Span<float> direction = stackalloc float[BlockLength];
        direction = direction[..w.Length];
        Measurement formula = new(Correction, (float)(-LearningRate * weightDecay), (float)(1 - beta1), (float)(1 - beta2));
        UpdatePass.Run(formula, w, g, SlotOf(0, offset, w.Length), SlotOf(1, offset, w.Length), direction);
        return (SpanSums.OfSquares(w), SpanSums.OfSquares(direction));
    }

    internal override void Move(Span<float> w, int offset, float ratio) => UpdatePass.Run(
        new Step(Correction, -LearningRate * ratio), w, SlotOf(0, offset, w.Length), SlotOf(1, offset, w.Length), default, default);

    internal override float Ratio(double weights, double direction) =>
        weights > 0 && direction > 0 ? (float)(Math.Sqrt(weights) / Math.Sqrt(direction)) : 1;

    private Corrections Correction => new((float)_meanCorrection, (float)_varianceCorrection, (float)epsilon);

    /// <summary>What makes the direction of the averages.</summary>
    private readonly record struct Corrections(float OfMean, float OfVariance, float Epsilon)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Direction<TVector>(TVector m, TVector v)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(OfMean) * m / (TVector.Sqrt(TVector.Create(OfVariance) * v) + TVector.Create(Epsilon));
    }

    private readonly struct Measurement(Corrections corrections, float minusDecay, float oneMinusBeta1, float oneMinusBeta2)
        : IUpdateFormula
    {
        public int SlotCount => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector v, ref TVector direction)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(g);
            m = TVector.MultiplyAdd(TVector.Create(oneMinusBeta1), g - m, m);
            v = TVector.MultiplyAdd(TVector.Create(oneMinusBeta2), TVector.MultiplyAdd(root, root, default(TVector) - v), v);
            w = TVector.MultiplyAdd(TVector.Create(minusDecay), w, w);
            direction = corrections.Direction(m, v);
        }
    }

    // The averages are only read here: m takes the gradients' place.
    private readonly struct Step(Corrections corrections, float minusRate) : IUpdateFormula
    {
        public int SlotCount => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector m, ref TVector v, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            w = TVector.MultiplyAdd(TVector.Create(minusRate), corrections.Direction(m, v), w);
    }
}
