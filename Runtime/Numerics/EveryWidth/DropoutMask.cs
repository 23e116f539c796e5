using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class DropoutMask
{
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
