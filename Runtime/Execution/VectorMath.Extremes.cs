using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>The larger of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Maximum(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(Vector128.Equals(a, a), Vector128.MaxNative(a, b), a);

    /// <summary>The smaller of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Minimum(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(Vector128.Equals(a, a), Vector128.MinNative(a, b), a);

    /// <summary>The larger of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Maximum(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.Equals(a, a), Vector256.MaxNative(a, b), a);

    /// <summary>The smaller of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Minimum(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.Equals(a, a), Vector256.MinNative(a, b), a);

    /// <summary>The larger of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Maximum(Vector512<float> a, Vector512<float> b) =>
        Vector512.ConditionalSelect(Vector512.Equals(a, a), Vector512.MaxNative(a, b), a);

    /// <summary>The smaller of the two; NaN where one of them is. Of equal zeros the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Minimum(Vector512<float> a, Vector512<float> b) =>
        Vector512.ConditionalSelect(Vector512.Equals(a, a), Vector512.MinNative(a, b), a);
}
