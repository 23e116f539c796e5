using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Dropout masks as a function of a counter, for the emitted kernels: no mask is stored, and any split of the work draws the same one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    /// <summary>What a hash of 24 bits is compared with, so that it drops the share <paramref name="rate"/> (0 to 1).</summary>
    public static uint Threshold(double rate) => (uint)(rate * (1 << 24));

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale128(ulong key, uint index, uint threshold, float scale)
    {
        Vector128<uint> hash = CounterHash.Bits128(key, index);
        Vector128<int> dropped = Vector128.LessThan(Vector128.ShiftRightLogical(hash, 8).AsInt32(), Vector128.Create((int)threshold));
        return Vector128.AndNot(Vector128.Create(scale), dropped.AsSingle());
    }

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale256(ulong key, uint index, uint threshold, float scale)
    {
        Vector256<uint> hash = CounterHash.Bits256(key, index);
        Vector256<int> dropped = Vector256.LessThan(Vector256.ShiftRightLogical(hash, 8).AsInt32(), Vector256.Create((int)threshold));
        return Vector256.AndNot(Vector256.Create(scale), dropped.AsSingle());
    }

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale512(ulong key, uint index, uint threshold, float scale)
    {
        Vector512<uint> hash = CounterHash.Bits512(key, index);
        Vector512<int> dropped = Vector512.LessThan(Vector512.ShiftRightLogical(hash, 8).AsInt32(), Vector512.Create((int)threshold));
        return Vector512.AndNot(Vector512.Create(scale), dropped.AsSingle());
    }
}
