using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>From here on mish is x to the last bit.</summary>
    private const float LargestMishArgument = 20;

    /// <summary>
    /// <c>x tanh(softplus(x)) = x w / (w + 2)</c> with <c>w = e (e + 2)</c> and <c>e = exp(x)</c>, within 5e-7 of the value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> x)
    {
        Vector128<float> e = Exp(Vector128.MinNative(Vector128.Create(LargestMishArgument), x));
        Vector128<float> w = e * (e + Vector128.Create(2f));
        return x * (w / (w + Vector128.Create(2f)));
    }

    /// <summary>The derivative of mish: <c>w / (w + 2) + 4 x e (1 + e) / (w + 2)^2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishDerivative(Vector128<float> x)
    {
        Vector128<float> bounded = Vector128.MinNative(Vector128.Create(LargestMishArgument), x);
        Vector128<float> e = Exp(bounded);
        Vector128<float> w = e * (e + Vector128.Create(2f));
        Vector128<float> scale = Vector128<float>.One / (w + Vector128.Create(2f));
        Vector128<float> slope = bounded * Vector128.Create(4f) * e * (Vector128<float>.One + e);
        return Vector128.MultiplyAddEstimate(slope * scale, scale, w * scale);
    }

    /// <summary>
    /// <c>x tanh(softplus(x)) = x w / (w + 2)</c> with <c>w = e (e + 2)</c> and <c>e = exp(x)</c>, within 5e-7 of the value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> x)
    {
        Vector256<float> e = Exp(Vector256.MinNative(Vector256.Create(LargestMishArgument), x));
        Vector256<float> w = e * (e + Vector256.Create(2f));
        return x * (w / (w + Vector256.Create(2f)));
    }

    /// <summary>The derivative of mish: <c>w / (w + 2) + 4 x e (1 + e) / (w + 2)^2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishDerivative(Vector256<float> x)
    {
        Vector256<float> bounded = Vector256.MinNative(Vector256.Create(LargestMishArgument), x);
        Vector256<float> e = Exp(bounded);
        Vector256<float> w = e * (e + Vector256.Create(2f));
        Vector256<float> scale = Vector256<float>.One / (w + Vector256.Create(2f));
        Vector256<float> slope = bounded * Vector256.Create(4f) * e * (Vector256<float>.One + e);
        return Vector256.MultiplyAddEstimate(slope * scale, scale, w * scale);
    }

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
