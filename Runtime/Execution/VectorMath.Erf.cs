using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>From here on erf is 1 to the last bit.</summary>
    private const float LargestErfArgument = 4;

    // -ln(1 - erf(x)) = x (Erf0 + Erf1 x + ...) for x from 0 to 4.
    private const float Erf0 = 1.1283792f;
    private const float Erf1 = 0.63661516f;
    private const float Erf2 = 0.10282923f;
    private const float Erf3 = -0.019379765f;
    private const float Erf4 = 0.00030855258f;
    private const float Erf5 = 0.0011624218f;
    private const float Erf6 = -0.00034409188f;
    private const float Erf7 = 3.4940287e-05f;

    /// <summary>The error function, within 2.3e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Erf(Vector128<float> x)
    {
        Vector128<float> a = Vector128.MinNative(Vector128.Abs(x), Vector128.Create(LargestErfArgument));
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(Erf7), a, Vector128.Create(Erf6));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf5));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf4));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf3));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf2));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf1));
        p = Vector128.MultiplyAddEstimate(p, a, Vector128.Create(Erf0));
        Vector128<float> result = Vector128.Abs(ExpMinusOne(-(p * a))) | (x & Vector128.Create(-0f));
        return Vector128.ConditionalSelect(Vector128.Equals(x, x), result, x);
    }

    /// <summary>The error function, within 2.3e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        Vector256<float> a = Vector256.MinNative(Vector256.Abs(x), Vector256.Create(LargestErfArgument));
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(Erf7), a, Vector256.Create(Erf6));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf5));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf4));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf3));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf2));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf1));
        p = Vector256.MultiplyAddEstimate(p, a, Vector256.Create(Erf0));
        Vector256<float> result = Vector256.Abs(ExpMinusOne(-(p * a))) | (x & Vector256.Create(-0f));
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), result, x);
    }

    /// <summary>The error function, within 2.3e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        Vector512<float> a = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(LargestErfArgument));
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Erf7), a, Vector512.Create(Erf6));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf5));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf4));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf3));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf2));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf1));
        p = Vector512.MultiplyAddEstimate(p, a, Vector512.Create(Erf0));
        Vector512<float> result = Vector512.Abs(ExpMinusOne(-(p * a))) | (x & Vector512.Create(-0f));
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }
}
