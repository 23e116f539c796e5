using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
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
        // Beyond this the approximation's derivative is 0 or 1 to the last bit.
        const float LargestGeluArgument = 10;

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
