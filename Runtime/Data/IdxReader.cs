using System;
using System.Buffers.Binary;
using System.IO;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>
/// Reads the IDX format: two zero bytes, the element type, the number of axes, their sizes as big-endian 32-bit numbers, then the elements.
/// Nothing in it is believed before it was checked.
/// </summary>
internal static class IdxReader
{
    private const int MaxAxes = 8;

    /// <param name="stream">The uncompressed contents.</param>
    /// <param name="mostBytes">What the stream can hold at most, the header included.</param>
    /// <param name="name">What error messages call it.</param>
    public static IdxFile Read(Stream stream, long mostBytes, string name)
    {
        (IdxElementType type, int[] shape) = ReadHeader(stream, name);
        long size = Size(shape, Width(type), name, Array.MaxLength);
        if (size > mostBytes)
        {
            throw new InvalidDataException(
                Invariant($"{name} is truncated: its header announces {size} bytes, more than the file can hold."));
        }

        byte[] bytes = BoundedRead.Exactly(stream, (int)size, name, "data");
        BoundedRead.End(stream, name);
        return new IdxFile(type, shape, bytes);
    }

    /// <summary>The type of the elements and the sizes of the axes.</summary>
    public static (IdxElementType Type, int[] Shape) ReadHeader(Stream stream, string name)
    {
        byte[] magic = BoundedRead.Exactly(stream, 4, name, "magic number");
        IdxElementType type = (IdxElementType)magic[2];
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw new InvalidDataException(
                Invariant($"{name} is not an IDX file: it begins with {magic[0]:x2} {magic[1]:x2} instead of 00 00."));
        }

        if (Width(type) == 0)
        {
            throw new InvalidDataException(Invariant($"{name} has the unknown IDX element type 0x{magic[2]:x2}."));
        }

        if (magic[3] is 0 or > MaxAxes)
        {
            throw new InvalidDataException(Invariant($"{name} has {magic[3]} axes; 1 to {MaxAxes} are possible."));
        }

        return (type, ReadShape(stream, magic[3], name));
    }

    /// <summary>Bytes an element; 0 for an unknown type.</summary>
    public static int Width(IdxElementType type) => type switch
    {
        IdxElementType.Byte or IdxElementType.SByte => 1,
        IdxElementType.Int16 => 2,
        IdxElementType.Int32 or IdxElementType.Single => 4,
        IdxElementType.Double => 8,
        _ => 0,
    };

    private static int[] ReadShape(Stream stream, int axes, string name)
    {
        byte[] bytes = BoundedRead.Exactly(stream, axes * sizeof(uint), name, "header");
        int[] shape = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(axis * sizeof(uint)));
            shape[axis] = size <= int.MaxValue
                ? (int)size
                : throw new InvalidDataException(
                    Invariant($"{name} has {size} elements on axis {axis}; at most {int.MaxValue} are possible."));
        }

        return shape;
    }

    /// <summary>How many bytes the elements take.</summary>
    /// <exception cref="InvalidDataException">They are more than <paramref name="most"/>.</exception>
    public static long Size(int[] shape, int width, string name, long most)
    {
        long size = width;
        foreach (int axis in shape)
        {
            if (axis != 0 && size > most / axis)
            {
                throw new InvalidDataException(
                    Invariant($"{name} announces ({string.Join(", ", shape)}) elements; at most {most} bytes are possible."));
            }

            size *= axis;
        }

        return size;
    }
}
