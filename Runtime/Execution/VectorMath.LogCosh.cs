using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>The logarithm of the hyperbolic cosine, which a loss is made of.</content>
public static partial class VectorMath
{
    private const float Ln2 = 0.69314718f;

    /// <summary>
    /// <c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, and for small x, which that loses, <c>log(1 + m^2 / (2 exp(-|x|)))</c> with
    /// <c>m = 1 - exp(-|x|)</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LogCosh(Vector128<float> x)
    {
        x = Vector128.Abs(x);
        Vector128<float> far = x + Log1P(Exp(x * Vector128.Create(-2f))) - Vector128.Create(Ln2);
        Vector128<float> m = OneMinusExp(x);
        Vector128<float> near = Log1P(m * m / (Vector128.Create(2f) * (Vector128<float>.One - m)));
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.One), near, far);
    }

    /// <summary>
    /// <c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, and for small x, which that loses, <c>log(1 + m^2 / (2 exp(-|x|)))</c> with
    /// <c>m = 1 - exp(-|x|)</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogCosh(Vector256<float> x)
    {
        x = Vector256.Abs(x);
        Vector256<float> far = x + Log1P(Exp(x * Vector256.Create(-2f))) - Vector256.Create(Ln2);
        Vector256<float> m = OneMinusExp(x);
        Vector256<float> near = Log1P(m * m / (Vector256.Create(2f) * (Vector256<float>.One - m)));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.One), near, far);
    }

    /// <summary>
    /// <c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, and for small x, which that loses, <c>log(1 + m^2 / (2 exp(-|x|)))</c> with
    /// <c>m = 1 - exp(-|x|)</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogCosh(Vector512<float> x)
    {
        x = Vector512.Abs(x);
        Vector512<float> far = x + Log1P(Exp(x * Vector512.Create(-2f))) - Vector512.Create(Ln2);
        Vector512<float> m = OneMinusExp(x);
        Vector512<float> near = Log1P(m * m / (Vector512.Create(2f) * (Vector512<float>.One - m)));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.One), near, far);
    }
}
