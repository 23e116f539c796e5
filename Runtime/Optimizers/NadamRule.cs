using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// Keras' <c>Nadam</c>: with <c>u(t) = beta1 (1 - 0.96^t / 2)</c> and P the product of u(1) to u(t),
/// <c>m += (1 - beta1)(g - m)</c>, <c>v += (1 - beta2)(g^2 - v)</c>, <c>n = m u(t + 1) / (1 - P u(t + 1)) + g (1 - u(t)) / (1 - P)</c>,
/// <c>w -= lr n / (sqrt(v / (1 - beta2^t)) + epsilon)</c>. The weight decay comes first: <c>w -= lr decay w</c>. The slots are m, then v.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NadamRule(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    : UpdateRule(learningRate)
{
    private const double Decay = 0.96;

    // Beyond it 0.96^t / 2 is lost in the rounding of 1, so that each further factor of P is beta1.
    private const int LastOwnFactor = 1024;

    private readonly double _beta1 = beta1;
    private readonly double[] _products = Products(beta1);
    private double _momentFactor;
    private double _gradientFactor;
    private double _varianceCorrection;

    /// <inheritdoc/>
    public override int SlotCount => 2;

    internal override void Begin(long t)
    {
        double product = t <= LastOwnFactor ? _products[t] : _products[^1] * Math.Pow(_beta1, t - LastOwnFactor);
        double next = Momentum(_beta1, t + 1);
        _momentFactor = next / (1 - (product * next));
        _gradientFactor = (1 - Momentum(_beta1, t)) / (1 - product);
        _varianceCorrection = 1 / (1 - Math.Pow(beta2, t));
    }

    internal override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        Formula formula = new()
        {
            MomentFactor = (float)(-LearningRate * _momentFactor),
            Rate = LearningRate,
            GradientFactor = (float)(-LearningRate * _gradientFactor),
            VarianceCorrection = (float)_varianceCorrection,
            MinusDecay = (float)(-LearningRate * weightDecay),
            OneMinusBeta1 = (float)(1 - _beta1),
            OneMinusBeta2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
        };
        Apply(formula, w, g, offset, l1);
    }

    private static double Momentum(double beta1, double t) => beta1 * (1 - (0.5 * Math.Pow(Decay, t)));

    private static double[] Products(double beta1)
    {
        double[] products = new double[LastOwnFactor + 1];
        products[0] = 1;
        for (int t = 1; t < products.Length; t++)
        {
            products[t] = products[t - 1] * Momentum(beta1, t);
        }

        return products;
    }

    private readonly struct Formula : IProximalFormula
    {
        public required float MomentFactor { get; init; }

        public required float Rate { get; init; }

        public required float GradientFactor { get; init; }

        public required float VarianceCorrection { get; init; }

        public required float MinusDecay { get; init; }

        public required float OneMinusBeta1 { get; init; }

        public required float OneMinusBeta2 { get; init; }

        public required float Epsilon { get; init; }

        public int SlotCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector w, TVector g, ref TVector m, ref TVector v, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector>
        {
            TVector root = UpdatePass.RootOfSquare(g);
            m = TVector.MultiplyAdd(TVector.Create(OneMinusBeta1), g - m, m);
            v = TVector.MultiplyAdd(TVector.Create(OneMinusBeta2), TVector.MultiplyAdd(root, root, default(TVector) - v), v);
            TVector step = TVector.MultiplyAdd(TVector.Create(MomentFactor), m, TVector.Create(GradientFactor) * g);
            w = TVector.MultiplyAdd(TVector.Create(MinusDecay), w, w);
            w += step / (TVector.Sqrt(v * TVector.Create(VarianceCorrection)) + TVector.Create(Epsilon));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            TVector.Create(Rate) / (TVector.Sqrt(slot1 * TVector.Create(VarianceCorrection)) + TVector.Create(Epsilon));
    }
}
