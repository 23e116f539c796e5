using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    private const float Ln2 = 0.693147181f;

    /// <summary>
    /// <c>log cosh(x)</c>: up to 1 as <c>-log(1 - tanh(x)^2) / 2</c>, which keeps its digits at 0, then as <c>|x| + log(1 + exp(-2 |x|)) - log 2</c>,
    /// which doesn't overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogCosh(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> near = Vector128.LessThan(magnitude, Vector128<float>.One);
        Vector128<float> tangent = Tanh(magnitude);
        Vector128<float> exponential = Exp(magnitude * Vector128.Create(-2f));
        Vector128<float> logarithm = Log1P(Vector128.ConditionalSelect(near, -(tangent * tangent), exponential));
        return Vector128.ConditionalSelect(near, logarithm * Vector128.Create(-0.5f), magnitude + logarithm - Vector128.Create(Ln2));
    }

    /// <summary>
    /// <c>log cosh(x)</c>: up to 1 as <c>-log(1 - tanh(x)^2) / 2</c>, which keeps its digits at 0, then as <c>|x| + log(1 + exp(-2 |x|)) - log 2</c>,
    /// which doesn't overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogCosh(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> near = Vector256.LessThan(magnitude, Vector256<float>.One);
        Vector256<float> tangent = Tanh(magnitude);
        Vector256<float> exponential = Exp(magnitude * Vector256.Create(-2f));
        Vector256<float> logarithm = Log1P(Vector256.ConditionalSelect(near, -(tangent * tangent), exponential));
        return Vector256.ConditionalSelect(near, logarithm * Vector256.Create(-0.5f), magnitude + logarithm - Vector256.Create(Ln2));
    }

    /// <summary>
    /// <c>log cosh(x)</c>: up to 1 as <c>-log(1 - tanh(x)^2) / 2</c>, which keeps its digits at 0, then as <c>|x| + log(1 + exp(-2 |x|)) - log 2</c>,
    /// which doesn't overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogCosh(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> near = Vector512.LessThan(magnitude, Vector512<float>.One);
        Vector512<float> tangent = Tanh(magnitude);
        Vector512<float> exponential = Exp(magnitude * Vector512.Create(-2f));
        Vector512<float> logarithm = Log1P(Vector512.ConditionalSelect(near, -(tangent * tangent), exponential));
        return Vector512.ConditionalSelect(near, logarithm * Vector512.Create(-0.5f), magnitude + logarithm - Vector512.Create(Ln2));
    }
}
