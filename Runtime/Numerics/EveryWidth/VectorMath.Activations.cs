using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>What activations and losses are made of.</content>
public static partial class VectorMath
{
    /// <summary>The standard normal distribution's function: <c>(1 + erf(x / sqrt 2)) / 2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> NormalCdf(Vector512<float> x)
    {
        Vector512<float> half = Vector512.Create(0.5f);
        return Vector512.MultiplyAddEstimate(half, Erf(x * Vector512.Create(InverseSqrt2)), half);
    }

    /// <summary>The standard normal distribution's density: <c>exp(-x^2 / 2) / sqrt(2 pi)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> NormalPdf(Vector512<float> x) => Exp(x * x * Vector512.Create(-0.5f)) * Vector512.Create(InverseSqrt2Pi);

    /// <summary>The derivative of <c>x sigmoid(x)</c>: <c>s (1 + x (1 - s))</c> with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluDerivative(Vector512<float> x)
    {
        Vector512<float> s = Sigmoid(x);
        return s * Vector512.MultiplyAddEstimate(x, Vector512<float>.One - s, Vector512<float>.One);
    }

    /// <summary><c>log(1 + x)</c> for x from 0 on, accurate for small x too: what rounding 1 + x lost is put back (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1P(Vector512<float> x)
    {
        Vector512<float> sum = Vector512<float>.One + x;
        Vector512<float> lost = x - (sum - Vector512<float>.One);
        return Log(sum) + (lost / sum);
    }

    /// <summary>x where it is positive, else <c>exp(x) - 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> x)
    {
        Vector512<float> negative = Vector512.MaxNative(Vector512.Create(-87f), Vector512.MinNative(Vector512<float>.Zero, x));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), x, ExpMinusOne(negative));
    }
}
