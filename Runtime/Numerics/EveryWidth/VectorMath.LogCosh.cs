using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>The logarithm of the hyperbolic cosine, which a loss is made of.</content>
public static partial class VectorMath
{
    /// <summary>
    /// <c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, and for small x, which that loses, <c>log(1 + m^2 / (2 exp(-|x|)))</c> with
    /// <c>m = 1 - exp(-|x|)</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogCosh(Vector512<float> x)
    {
        const float Ln2 = 0.69314718f;

        x = Vector512.Abs(x);
        Vector512<float> far = x + Log1P(Exp(x * Vector512.Create(-2f))) - Vector512.Create(Ln2);
        Vector512<float> m = OneMinusExp(x);
        Vector512<float> near = Log1P(m * m / (Vector512.Create(2f) * (Vector512<float>.One - m)));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.One), near, far);
    }
}
