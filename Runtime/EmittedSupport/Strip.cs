using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>Runs of floats in a worker's memory, for the emitted kernels.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Strip
{
    /// <summary>Sets them to 0.</summary>
    public static void Clear(ref float x, int length) => MemoryMarshal.CreateSpan(ref x, length).Clear();

    /// <summary>Copies them.</summary>
    public static void Copy(ref float x, ref float y, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref x, length).CopyTo(MemoryMarshal.CreateSpan(ref y, length));
}
