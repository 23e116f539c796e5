using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>From here on tanh is 1 to the last bit.</summary>
    private const float LargestTanhArgument = 10;

    /// <summary><c>tanh(x) = -u / (2 + u)</c> with <c>u = exp(-2 |x|) - 1</c>, within 2e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> bounded = Vector128.MinNative(Vector128.Abs(x), Vector128.Create(LargestTanhArgument));
        Vector128<float> u = ExpMinusOne(bounded * Vector128.Create(-2f));
        Vector128<float> magnitude = Vector128.Abs(u) / (Vector128.Create(2f) + u);
        Vector128<float> result = magnitude | (x & Vector128.Create(-0f));
        return Vector128.ConditionalSelect(Vector128.Equals(x, x), result, x);
    }

    /// <summary><c>tanh(x) = -u / (2 + u)</c> with <c>u = exp(-2 |x|) - 1</c>, within 2e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> bounded = Vector256.MinNative(Vector256.Abs(x), Vector256.Create(LargestTanhArgument));
        Vector256<float> u = ExpMinusOne(bounded * Vector256.Create(-2f));
        Vector256<float> magnitude = Vector256.Abs(u) / (Vector256.Create(2f) + u);
        Vector256<float> result = magnitude | (x & Vector256.Create(-0f));
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), result, x);
    }

    /// <summary><c>tanh(x) = -u / (2 + u)</c> with <c>u = exp(-2 |x|) - 1</c>, within 2e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(LargestTanhArgument));
        Vector512<float> u = ExpMinusOne(bounded * Vector512.Create(-2f));
        Vector512<float> magnitude = Vector512.Abs(u) / (Vector512.Create(2f) + u);
        Vector512<float> result = magnitude | (x & Vector512.Create(-0f));
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }
}
