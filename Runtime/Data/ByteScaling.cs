using System;
using System.Runtime.Intrinsics;

namespace StaticNets.Data;

/// <summary>Turns bytes into floats.</summary>
internal static class ByteScaling
{
    /// <summary>The factor as the float that bytes are multiplied by.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite as a float.</exception>
    public static float Factor(double scale) => float.IsFinite((float)scale)
        ? (float)scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, "scale must be finite.");

    /// <summary>destination = source * scale, in single precision.</summary>
    public static void Scale(ReadOnlySpan<byte> source, float scale, Span<float> destination)
    {
        destination = destination[..source.Length];
        int i = 0;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.Create(source.Slice(i, Vector128<byte>.Count)));
            ScaleEight(lower, scale, destination.Slice(i, 8));
            ScaleEight(upper, scale, destination.Slice(i + 8, 8));
        }

        for (; i < source.Length; i++)
        {
            destination[i] = source[i] * scale;
        }
    }

    private static void ScaleEight(Vector128<ushort> values, float scale, Span<float> destination)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(values);
        (Vector128.ConvertToSingle(lower.AsInt32()) * scale).CopyTo(destination);
        (Vector128.ConvertToSingle(upper.AsInt32()) * scale).CopyTo(destination[4..]);
    }
}
