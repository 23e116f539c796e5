using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>From here on the square root of x^2 + 4 is x to the last bit; far below the square's overflow.</summary>
    private const float LargestSquarePlusArgument = 1e9f;

    /// <summary>
    /// <c>(x + sqrt(x^2 + 4)) / 2</c>, within 2.5e-7 of the value: computed for |x|, where nothing cancels; f(-x) is 1 / f(x).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SquarePlus(Vector128<float> x)
    {
        Vector128<float> magnitude = Vector128.Abs(x);
        Vector128<float> root = Vector128.Sqrt(Vector128.MultiplyAddEstimate(magnitude, magnitude, Vector128.Create(4f)));
        Vector128<float> large = Vector128.GreaterThan(magnitude, Vector128.Create(LargestSquarePlusArgument));
        Vector128<float> positive = Vector128.ConditionalSelect(large, magnitude, (magnitude + root) * Vector128.Create(0.5f));
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), Vector128<float>.One / positive, positive);
    }

    /// <summary>
    /// <c>(x + sqrt(x^2 + 4)) / 2</c>, within 2.5e-7 of the value: computed for |x|, where nothing cancels; f(-x) is 1 / f(x).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SquarePlus(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        Vector256<float> root = Vector256.Sqrt(Vector256.MultiplyAddEstimate(magnitude, magnitude, Vector256.Create(4f)));
        Vector256<float> large = Vector256.GreaterThan(magnitude, Vector256.Create(LargestSquarePlusArgument));
        Vector256<float> positive = Vector256.ConditionalSelect(large, magnitude, (magnitude + root) * Vector256.Create(0.5f));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), Vector256<float>.One / positive, positive);
    }

    /// <summary>
    /// <c>(x + sqrt(x^2 + 4)) / 2</c>, within 2.5e-7 of the value: computed for |x|, where nothing cancels; f(-x) is 1 / f(x).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SquarePlus(Vector512<float> x)
    {
        Vector512<float> magnitude = Vector512.Abs(x);
        Vector512<float> root = Vector512.Sqrt(Vector512.MultiplyAddEstimate(magnitude, magnitude, Vector512.Create(4f)));
        Vector512<float> large = Vector512.GreaterThan(magnitude, Vector512.Create(LargestSquarePlusArgument));
        Vector512<float> positive = Vector512.ConditionalSelect(large, magnitude, (magnitude + root) * Vector512.Create(0.5f));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512<float>.One / positive, positive);
    }
}
