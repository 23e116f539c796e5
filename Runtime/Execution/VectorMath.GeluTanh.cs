using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    // 2 sqrt(2 / pi), and the same times 0.044715.
    private const float GeluLinear = 1.5957691216f;
    private const float GeluCubic = 0.0713548163f;

    /// <summary>Beyond this the approximation's derivative is 0 or 1 to the last bit.</summary>
    private const float LargestGeluArgument = 10;

    /// <summary>
    /// GELU's approximation, <c>x/2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</c>: x times the sigmoid of twice the tangent's argument,
    /// which doesn't cancel where x is negative.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluTanh(Vector128<float> x) =>
        x * Sigmoid(x * Vector128.MultiplyAddEstimate(x * x, Vector128.Create(GeluCubic), Vector128.Create(GeluLinear)));

    /// <summary>
    /// The approximation's derivative: <c>s + x s (1 - s) u'</c> with s the sigmoid of u, and 1 - s as exp(-u) s, which doesn't cancel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluTanhDerivative(Vector128<float> x)
    {
        Vector128<float> least = Vector128.Create(-LargestGeluArgument);
        Vector128<float> largest = Vector128.Create(LargestGeluArgument);
        Vector128<float> linear = Vector128.Create(GeluLinear);
        Vector128<float> bounded = Vector128.MaxNative(least, Vector128.MinNative(largest, x));
        Vector128<float> square = bounded * bounded;
        Vector128<float> e = Exp(-bounded * Vector128.MultiplyAddEstimate(square, Vector128.Create(GeluCubic), linear));
        Vector128<float> s = Vector128<float>.One / (Vector128<float>.One + e);
        Vector128<float> slope = bounded * Vector128.MultiplyAddEstimate(square, Vector128.Create(3 * GeluCubic), linear);
        return s * Vector128.MultiplyAddEstimate(slope, e * s, Vector128<float>.One);
    }

    /// <summary>
    /// GELU's approximation, <c>x/2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</c>: x times the sigmoid of twice the tangent's argument,
    /// which doesn't cancel where x is negative.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanh(Vector256<float> x) =>
        x * Sigmoid(x * Vector256.MultiplyAddEstimate(x * x, Vector256.Create(GeluCubic), Vector256.Create(GeluLinear)));

    /// <summary>
    /// The approximation's derivative: <c>s + x s (1 - s) u'</c> with s the sigmoid of u, and 1 - s as exp(-u) s, which doesn't cancel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanhDerivative(Vector256<float> x)
    {
        Vector256<float> least = Vector256.Create(-LargestGeluArgument);
        Vector256<float> largest = Vector256.Create(LargestGeluArgument);
        Vector256<float> linear = Vector256.Create(GeluLinear);
        Vector256<float> bounded = Vector256.MaxNative(least, Vector256.MinNative(largest, x));
        Vector256<float> square = bounded * bounded;
        Vector256<float> e = Exp(-bounded * Vector256.MultiplyAddEstimate(square, Vector256.Create(GeluCubic), linear));
        Vector256<float> s = Vector256<float>.One / (Vector256<float>.One + e);
        Vector256<float> slope = bounded * Vector256.MultiplyAddEstimate(square, Vector256.Create(3 * GeluCubic), linear);
        return s * Vector256.MultiplyAddEstimate(slope, e * s, Vector256<float>.One);
    }

    /// <summary>
    /// GELU's approximation, <c>x/2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))</c>: x times the sigmoid of twice the tangent's argument,
    /// which doesn't cancel where x is negative.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanh(Vector512<float> x) =>
        x * Sigmoid(x * Vector512.MultiplyAddEstimate(x * x, Vector512.Create(GeluCubic), Vector512.Create(GeluLinear)));

    /// <summary>
    /// The approximation's derivative: <c>s + x s (1 - s) u'</c> with s the sigmoid of u, and 1 - s as exp(-u) s, which doesn't cancel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanhDerivative(Vector512<float> x)
    {
        Vector512<float> least = Vector512.Create(-LargestGeluArgument);
        Vector512<float> largest = Vector512.Create(LargestGeluArgument);
        Vector512<float> linear = Vector512.Create(GeluLinear);
        Vector512<float> bounded = Vector512.MaxNative(least, Vector512.MinNative(largest, x));
        Vector512<float> square = bounded * bounded;
        Vector512<float> e = Exp(-bounded * Vector512.MultiplyAddEstimate(square, Vector512.Create(GeluCubic), linear));
        Vector512<float> s = Vector512<float>.One / (Vector512<float>.One + e);
        Vector512<float> slope = bounded * Vector512.MultiplyAddEstimate(square, Vector512.Create(3 * GeluCubic), linear);
        return s * Vector512.MultiplyAddEstimate(slope, e * s, Vector512<float>.One);
    }
}
