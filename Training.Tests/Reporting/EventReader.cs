using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Xunit;

namespace StaticNets.Training.Tests.Reporting;

/// <summary>One value of an event file.</summary>
internal sealed record EventValue(string Tag, long Step, float? Scalar, EventHistogram? Histogram);

internal sealed record EventHistogram(
    double Min, double Max, double Number, double Sum, double SumSquares, double[] Limits, double[] Counts);

/// <summary>Reads event files by the public format alone, with Google's protobuf reader and a CRC of its own.</summary>
internal static class EventReader
{
    public static List<EventValue> Read(string directory)
    {
        byte[] file = File.ReadAllBytes(Assert.Single(Directory.GetFiles(directory)));
        List<EventValue> values = [];
        bool first = true;
        for (int at = 0; at < file.Length;)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at)));
            Assert.Equal(Masked(file.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            Assert.Equal(Masked(file.AsSpan(at + 12, length)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            ReadEvent(new CodedInputStream(file, at + 12, length), first, values);
            first = false;
            at += 16 + length;
        }

        return values;
    }

    /// <summary>Bit by bit, from the polynomial.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }

        return ~crc;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        uint crc = Crc32C(bytes);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private static void ReadEvent(CodedInputStream input, bool first, List<EventValue> values)
    {
        long step = 0;
        double time = 0;
        string? version = null;
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            switch (tag)
            {
                case (1 << 3) | 1:
                    time = input.ReadDouble();
                    break;
                case 2 << 3:
                    step = input.ReadInt64();
                    break;
                case (3 << 3) | 2:
                    version = input.ReadString();
                    break;
                case (5 << 3) | 2:
                    CodedInputStream summary = input.ReadBytes().CreateCodedInput();
                    Assert.Equal((uint)((1 << 3) | 2), summary.ReadTag());
                    values.Add(ReadValue(summary.ReadBytes().CreateCodedInput(), step));
                    break;
                default:
                    Assert.Fail($"field {tag}");
                    break;
            }
        }

        Assert.Equal(first ? "brain.Event:2" : null, version);
        Assert.InRange(time, 1.6e9, 1e10);
    }

    private static EventValue ReadValue(CodedInputStream input, long step)
    {
        EventValue value = new("", step, null, null);
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            value = tag switch
            {
                (1 << 3) | 2 => value with { Tag = input.ReadString() },
                (2 << 3) | 5 => value with { Scalar = input.ReadFloat() },
                (5 << 3) | 2 => value with { Histogram = ReadHistogram(input.ReadBytes().CreateCodedInput()) },
                _ => throw new InvalidDataException($"field {tag}"),
            };
        }

        return value;
    }

    private static EventHistogram ReadHistogram(CodedInputStream input)
    {
        double[] numbers = new double[6];
        double[][] lists = new double[8][];
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            int field = (int)(tag >> 3);
            if ((tag & 7) == 1)
            {
                numbers[field] = input.ReadDouble();
            }
            else
            {
                byte[] bytes = input.ReadBytes().ToByteArray();
                lists[field] = [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToDouble(bytes, i * 8))];
            }
        }

        return new EventHistogram(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], lists[6], lists[7]);
    }
}
