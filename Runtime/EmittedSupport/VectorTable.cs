using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNets.Execution;

/// <summary>
/// Values picked from registers by their place, lane by lane. For emitted kernels on 512-bit vectors, which only x86 processors accelerate.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorTable
{
    /// <summary>The values at some places (0 to 31) of two vectors, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pick(Vector512<float> first, Vector512<float> second, Vector512<int> places) =>
        Avx512F.PermuteVar16x32x2(first, places, second);

    /// <summary>The values at some places (0 to 15), which are whole numbers in floats, of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Pick(Vector512<int> values, Vector512<float> places) =>
        Avx512F.PermuteVar16x32(values, Vector512.ConvertToInt32Native(places));
}
