using System;
using System.Buffers.Binary;
using System.Numerics;

namespace StaticNets.Serialization;

/// <summary>The CRC-32C (Castagnoli) of bytes that come piece by piece.</summary>
internal struct Crc32C
{
    private uint _inverted;

    public readonly uint Value => _inverted;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        Crc32C crc = default;
        crc.Append(bytes);
        return crc.Value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_inverted;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        _inverted = ~crc;
    }
}
