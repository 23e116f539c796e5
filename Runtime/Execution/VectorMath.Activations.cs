using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>What activations and losses are made of.</content>
public static partial class VectorMath
{
    private const float InverseSqrt2 = 0.70710678118654752f;
    private const float InverseSqrt2Pi = 0.39894228040143268f;

    /// <summary>The standard normal distribution's function: <c>(1 + erf(x / sqrt 2)) / 2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> NormalCdf(Vector128<float> x)
    {
        Vector128<float> half = Vector128.Create(0.5f);
        return Vector128.MultiplyAddEstimate(half, Erf(x * Vector128.Create(InverseSqrt2)), half);
    }

    /// <summary>The standard normal distribution's density: <c>exp(-x^2 / 2) / sqrt(2 pi)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> NormalPdf(Vector128<float> x) => Exp(x * x * Vector128.Create(-0.5f)) * Vector128.Create(InverseSqrt2Pi);

    /// <summary>The derivative of <c>x sigmoid(x)</c>: <c>s (1 + x (1 - s))</c> with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluDerivative(Vector128<float> x)
    {
        Vector128<float> s = Sigmoid(x);
        return s * Vector128.MultiplyAddEstimate(x, Vector128<float>.One - s, Vector128<float>.One);
    }

    /// <summary><c>log(1 + x)</c> for x from 0 on, accurate for small x too: what rounding 1 + x lost is put back (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1P(Vector128<float> x)
    {
        Vector128<float> sum = Vector128<float>.One + x;
        Vector128<float> lost = x - (sum - Vector128<float>.One);
        return Log(sum) + (lost / sum);
    }

    /// <summary>The standard normal distribution's function: <c>(1 + erf(x / sqrt 2)) / 2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> NormalCdf(Vector256<float> x)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        return Vector256.MultiplyAddEstimate(half, Erf(x * Vector256.Create(InverseSqrt2)), half);
    }

    /// <summary>The standard normal distribution's density: <c>exp(-x^2 / 2) / sqrt(2 pi)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> NormalPdf(Vector256<float> x) => Exp(x * x * Vector256.Create(-0.5f)) * Vector256.Create(InverseSqrt2Pi);

    /// <summary>The derivative of <c>x sigmoid(x)</c>: <c>s (1 + x (1 - s))</c> with s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluDerivative(Vector256<float> x)
    {
        Vector256<float> s = Sigmoid(x);
        return s * Vector256.MultiplyAddEstimate(x, Vector256<float>.One - s, Vector256<float>.One);
    }

    /// <summary><c>log(1 + x)</c> for x from 0 on, accurate for small x too: what rounding 1 + x lost is put back (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1P(Vector256<float> x)
    {
        Vector256<float> sum = Vector256<float>.One + x;
        Vector256<float> lost = x - (sum - Vector256<float>.One);
        return Log(sum) + (lost / sum);
    }

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
    public static Vector128<float> Elu(Vector128<float> x)
    {
        Vector128<float> negative = Vector128.MaxNative(Vector128.Create(-87f), Vector128.MinNative(Vector128<float>.Zero, x));
        return Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128<float>.Zero), x, ExpMinusOne(negative));
    }

    /// <summary>x where it is positive, else <c>exp(x) - 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> x)
    {
        Vector256<float> negative = Vector256.MaxNative(Vector256.Create(-87f), Vector256.MinNative(Vector256<float>.Zero, x));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<float>.Zero), x, ExpMinusOne(negative));
    }

    /// <summary>x where it is positive, else <c>exp(x) - 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> x)
    {
        Vector512<float> negative = Vector512.MaxNative(Vector512.Create(-87f), Vector512.MinNative(Vector512<float>.Zero, x));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), x, ExpMinusOne(negative));
    }
}
