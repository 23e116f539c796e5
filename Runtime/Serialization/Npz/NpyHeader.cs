using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// The header of an .npy file: a magic number, a version, and a Python dictionary with the type, the order and the shape of the array. The
/// dictionary is
/// taken only in the form in which NumPy writes it.
/// </summary>
internal sealed partial record NpyHeader(string Type, int[] Shape)
{
    private const int MaxLength = 10_000; // NumPy's own limit
    private const int MaxAxes = 8;
    private const int Alignment = 64;

    private static readonly byte[] s_magic = [0x93, .. "NUMPY"u8];

    /// <summary>How many values there are; they were seen to fit an array.</summary>
    public int Count => Shape.Aggregate(1, (product, axis) => product * axis);

    /// <summary>Bytes a value.</summary>
    public int Width => Type[^1] - '0';

    /// <exception cref="InvalidDataException">It is damaged, or of a type that is not read.</exception>
    public static NpyHeader Read(Stream stream, string source)
    {
        byte[] start = BoundedRead.Exactly(stream, s_magic.Length + 2, source, "magic number");
        int version = start[^2];
        if (!start.AsSpan(0, s_magic.Length).SequenceEqual(s_magic) || version is < 1 or > 3)
        {
            throw new InvalidDataException($"{source} is no .npy file.");
        }

        byte[] prefix = BoundedRead.Exactly(stream, version == 1 ? sizeof(ushort) : sizeof(uint), source, "header length");
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(prefix) : BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        if (length > MaxLength)
        {
            throw new InvalidDataException(Invariant($"{source} announces a header of {length} bytes; at most {MaxLength} are possible."));
        }

        return Parse(Encoding.Latin1.GetString(BoundedRead.Exactly(stream, (int)length, source, "header")), source);
    }

    /// <summary>Version 1.0, little-endian floats of 32 bits in row-major order, as NumPy pads it.</summary>
    public static byte[] Create(System.Collections.Generic.IReadOnlyList<int> shape)
    {
        string axes = shape.Count == 1 ? Invariant($"{shape[0]},") : string.Join(", ", shape.Select(axis => Invariant($"{axis}")));
        string text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({axes}), }}";
        int before = s_magic.Length + 4;
        int length = (((before + text.Length + 1 + Alignment - 1) / Alignment) * Alignment) - before;
        byte[] header = new byte[before + length];
        s_magic.CopyTo(header, 0);
        header[s_magic.Length] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(s_magic.Length + 2), (ushort)length);
        Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n", header.AsSpan(before));
        return header;
    }

    private static NpyHeader Parse(string text, string source)
    {
        Match match = Dictionary().Match(text);
        if (!match.Success)
        {
            throw new InvalidDataException($"{source} has a header that NumPy would not write: {Shortened.Name(text)}.");
        }

        string type = match.Groups["type"].Value;
        if (type is not ("<f4" or "<f8" or "<f2"))
        {
            throw new InvalidDataException(
                $"{source} holds values of type '{Shortened.Name(type)}'; floats ('<f4', '<f8', '<f2') are read: "
                + "save array.astype(numpy.float32).");
        }

        if (match.Groups["order"].Value == "True")
        {
            throw new InvalidDataException($"{source} is in Fortran order; save numpy.ascontiguousarray(array).");
        }

        return new NpyHeader(type, ParseShape(match.Groups["shape"].Value, source));
    }

    private static int[] ParseShape(string text, string source)
    {
        string[] axes = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int[] shape = new int[axes.Length];
        long size = sizeof(double);
        for (int i = 0; i < axes.Length; i++)
        {
            // Nine digits at most, so neither the number nor the product can overflow.
            if (axes.Length > MaxAxes || axes[i].Length > 9
                || (size *= shape[i] = int.Parse(axes[i], System.Globalization.CultureInfo.InvariantCulture)) > Array.MaxLength)
            {
                throw new InvalidDataException($"{source} announces the shape ({Shortened.Name(text)}), which is too large.");
            }
        }

        return shape;
    }

    [GeneratedRegex(
        @"\A\{'descr': ?'(?<type>[^']{1,32})', ?'fortran_order': ?(?<order>True|False), ?"
            + @"'shape': ?\((?<shape>(?>(\d+, ?)*)\d*)\),? ?\} *\n?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dictionary();
}
