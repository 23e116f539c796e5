using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNets.Execution;

/// <summary>
/// Four vectors a, b, c, d of sixteen values to sixteen quadruples of a value of each. For emitted kernels on 512-bit vectors, which only
/// x86 processors accelerate.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interleave
{
    private const byte First = 0b01_00_01_00;
    private const byte Second = 0b11_10_11_10;

    /// <summary>The values 0 and 1 of each four of two vectors, by turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Lower(Vector512<float> a, Vector512<float> b) => Avx512F.UnpackLow(a, b);

    /// <summary>The values 2 and 3 of each four of two vectors, by turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Upper(Vector512<float> a, Vector512<float> b) => Avx512F.UnpackHigh(a, b);

    /// <summary>
    /// Quadruples of the first of the two values of each four that <see cref="Lower"/> or <see cref="Upper"/> has put together.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Firsts(Vector512<float> ab, Vector512<float> cd) => Avx512F.Shuffle(ab, cd, First);

    /// <summary>Quadruples of the second of the two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Seconds(Vector512<float> ab, Vector512<float> cd) => Avx512F.Shuffle(ab, cd, Second);

    /// <summary>One of a vector's four quadruples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Quadruple(Vector512<float> vector, [ConstantExpected] byte index) =>
        Avx512F.ExtractVector128(vector, index);
}
