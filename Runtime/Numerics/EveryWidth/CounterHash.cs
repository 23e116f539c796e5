using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

internal static partial class CounterHash
{
    /// <summary>Lane i belongs to element <paramref name="index"/> + i of the sequence that <paramref name="key"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Bits512(ulong key, uint index)
    {
        // Every bit of the key reaches both words, so that sequences of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector512<uint> hash = (Vector512.Create(index) + Vector512<uint>.Indices) ^ Vector512.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 16)) * Vector512.Create(FirstMultiplier);
        hash += Vector512.Create((uint)mixed);
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 13)) * Vector512.Create(SecondMultiplier);
        return hash ^ Vector512.ShiftRightLogical(hash, 16);
    }
}
