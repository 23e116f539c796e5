using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>
    /// <c>x tanh(softplus(x)) = x w / (w + 2)</c> with <c>w = e (e + 2)</c> and <c>e = exp(x)</c>, within 5e-7 of the value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> x)
    {
        Vector512<float> e = Exp(Vector512.MinNative(Vector512.Create(LargestMishArgument), x));
        Vector512<float> w = e * (e + Vector512.Create(2f));
        return x * (w / (w + Vector512.Create(2f)));
    }

    /// <summary>The derivative of mish: <c>w / (w + 2) + 4 x e (1 + e) / (w + 2)^2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishDerivative(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.MinNative(Vector512.Create(LargestMishArgument), x);
        Vector512<float> e = Exp(bounded);
        Vector512<float> w = e * (e + Vector512.Create(2f));
        Vector512<float> scale = Vector512<float>.One / (w + Vector512.Create(2f));
        Vector512<float> slope = bounded * Vector512.Create(4f) * e * (Vector512<float>.One + e);
        return Vector512.MultiplyAddEstimate(slope * scale, scale, w * scale);
    }
}
