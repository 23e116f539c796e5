using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace StaticNets.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private const string Kernel = """ "dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[0,48]} """;
    private const string Bias = """ "dense/bias":{"dtype":"F32","shape":[3],"data_offsets":[48,60]} """;

    private readonly string _directory = Directory.CreateTempSubdirectory("safetensors").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void What_was_saved_comes_back_bit_by_bit()
    {
        LinearNet net = Filled();
        net.Parameters[3] = float.NaN;
        net.Parameters[4] = -0f;
        net.Parameters[5] = float.Epsilon;
        string path = Path.Combine(_directory, "net.safetensors");
        net.Save(path);
        net.Save(path);
        LinearNet other = new();
        other.Load(path);
        Assert.Equal(Bits(net), Bits(other));
        Assert.Equal(1, other.SetCalls);
        Assert.Equal([path], Directory.GetFiles(_directory));
    }

    [Fact]
    public void The_bytes_are_laid_out_as_the_format_wants()
    {
        LinearNet net = Filled();
        byte[] file = Saved(net);
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0, length % 8);
        Assert.Equal((byte)'{', file[8]);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, length));
        Assert.Equal(["__metadata__", "dense/kernel", "dense/bias"], header.RootElement.EnumerateObject().Select(entry => entry.Name));
        JsonElement kernel = header.RootElement.GetProperty("dense/kernel");
        Assert.Equal("F32", kernel.GetProperty("dtype").GetString());
        Assert.Equal([4, 3], kernel.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal([0, 48], kernel.GetProperty("data_offsets").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal([48, 60], header.RootElement.GetProperty("dense/bias").GetProperty("data_offsets").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(8 + length + 60, file.Length);
        for (int i = 0; i < 15; i++)
        {
            Assert.Equal(net.Parameters[i], BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + length + (i * 4))));
        }
    }

    [Fact]
    public void Tensors_may_stand_in_any_order_with_metadata_and_padding()
    {
        LinearNet net = new();
        net.Load(new MemoryStream(File("""
            {"__metadata__":{"format":"pt"}, "dense/bias":{"data_offsets":[0,12],"shape":[3],"dtype":"F32"},
             "dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[12,60]}}
            """ + "     ", 60)));
        Assert.Equal([3f, 4, 5], net.Parameters[..3].ToArray());
        Assert.Equal([0f, 1, 2], net.Parameters[12..].ToArray());
    }

    [Theory]
    [InlineData("{}", 0, "lacks 'dense/kernel' of shape (4, 3)")]
    [InlineData("{" + Kernel + "}", 48, "lacks 'dense/bias' of shape (3)")]
    [InlineData("{" + Kernel + "," + Bias + """, "x":{"dtype":"F32","shape":[1],"data_offsets":[60,64]}}""", 64, "holds 'x' of shape (1)")]
    [InlineData("{" + Kernel + "," + Kernel + "}", 96, "'dense/kernel' stands in the header twice")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]}}""", 48, "'dense/kernel' has the shape (3, 4) there, but (4, 3) in LinearNet")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3,1],"data_offsets":[0,48]}}""", 48, "(4, 3, 1)")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,4294967299],"data_offsets":[0,48]}}""", 48, "(4, 4294967299)")]
    [InlineData("""{"dense/kernel":{"dtype":"F64","shape":[4,3],"data_offsets":[0,96]}}""", 96, "of type F64")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[0,44]}}""", 44, "needs 48 bytes")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[48,0]}}""", 48, "data_offsets are 48 and 0")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[9223372036854775807,9223372036854775807]}}""", 48, "needs 48 bytes")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[0,18446744073709551616]}}""", 48, "whole numbers")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[-4,-3],"data_offsets":[0,48]}}""", 48, "none negative")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4.0,3],"data_offsets":[0,48]}}""", 48, "whole numbers")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3],"data_offsets":[0,48,48]}}""", 48, "two data_offsets")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[4,3]}}""", 48, "two data_offsets")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","dtype":"F32","shape":[4,3],"data_offsets":[0,48]}}""", 48, "twice")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","other":1,"shape":[4,3],"data_offsets":[0,48]}}""", 48, "'other' is unknown")]
    [InlineData("""{"dense/kernel":[]}""", 48, "StartObject expected")]
    [InlineData("""{"__metadata__":{"a":1}}""", 48, "String expected")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 48, "twice")]
    [InlineData("""{"dense/kernel":{"dtype":"F32","shape":[[[[[[4]]]]]],"data_offsets":[0,48]}}""", 48, "damaged header")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 48, "damaged header")]
    [InlineData("[1,2]", 48, "does not begin with '{'")]
    [InlineData("{" + Kernel + "," + Bias + "} 1", 60, "damaged header")]
    [InlineData("{" + Kernel + "," + Bias, 60, "damaged header")]
    [InlineData("{" + Kernel + "," + Bias + "}", 59, "truncated: 'dense/bias' needs 12 bytes, but only 11")]
    [InlineData("{" + Kernel + "," + Bias + "}", 61, "goes on")]
    [InlineData("{" + Kernel + """, "dense/bias":{"dtype":"F32","shape":[3],"data_offsets":[36,48]}}""", 48, "neither overlap nor leave holes")]
    [InlineData("{" + Kernel + """, "dense/bias":{"dtype":"F32","shape":[3],"data_offsets":[52,64]}}""", 64, "neither overlap nor leave holes")]
    public void Lying_files_are_refused_and_the_net_is_untouched(string header, int dataLength, string reason)
    {
        string path = Path.Combine(_directory, "bad.safetensors");
        System.IO.File.WriteAllBytes(path, File(header, dataLength));
        LinearNet net = Filled();
        uint[] before = Bits(net);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => net.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, net.SetCalls);
        Assert.Equal(before, Bits(net));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul)]
    [InlineData(100_000_001ul)]
    [InlineData(99_999_999ul)]
    [InlineData(1ul << 63)]
    [InlineData(ulong.MaxValue)]
    public void A_header_length_is_refused_before_it_is_believed(ulong length)
    {
        byte[] file = new byte[1000];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => new LinearNet().Load(new MemoryStream(file)));
        Assert.Throws<InvalidDataException>(() => new LinearNet().Load(new Unseekable(file)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3 << 20);
    }

    [Fact]
    public void A_stream_that_gives_its_bytes_in_pieces_is_read()
    {
        LinearNet net = Filled();
        LinearNet other = new();
        other.Load(new Unseekable(Saved(net)));
        Assert.Equal(Bits(net), Bits(other));
    }

    [Fact]
    public void A_hostile_name_does_not_get_into_the_message_whole()
    {
        string header = "{\"" + new string('x', 100_000) + "\\n\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}";
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new LinearNet().Load(new MemoryStream(File(header, 4))));
        Assert.InRange(error.Message.Length, 100, 300);
    }

    [Fact]
    public void Truncated_files_are_refused_at_every_length()
    {
        byte[] file = Saved(Filled());
        LinearNet net = new();
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => net.Load(new MemoryStream(file[..length])));
        }

        Assert.Equal(0, net.SetCalls);
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_in_bounded_time()
    {
        byte[] file = Saved(Filled());
        Random random = new(11);
        int refused = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = Mutation.Of(file, random);
            LinearNet net = new();
            try
            {
                net.Load(round % 2 == 0 ? new MemoryStream(bytes) : new Unseekable(bytes));
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.Equal(0, net.SetCalls);
            }
        }

        Assert.InRange(refused, 10_000, 19_999);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_nothing_else()
    {
        string path = Path.Combine(_directory, "net.safetensors");
        Filled().Save(path);
        byte[] before = System.IO.File.ReadAllBytes(path);
        Assert.Throws<InvalidOperationException>(() => StaticNets.Serialization.AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal(before, System.IO.File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_directory));
        Assert.Throws<DirectoryNotFoundException>(() => Filled().Save(Path.Combine(_directory, "nowhere", "net")));
        Assert.Throws<FileNotFoundException>(() => Filled().Load(Path.Combine(_directory, "nowhere")));
    }

    private static LinearNet Filled()
    {
        LinearNet net = new();
        for (int i = 0; i < net.Parameters.Length; i++)
        {
            net.Parameters[i] = (i * 0.37f) - 2;
        }

        return net;
    }

    private static uint[] Bits(LinearNet net) => [.. net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits)];

    private static byte[] Saved(LinearNet net)
    {
        MemoryStream stream = new();
        net.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A file whose floats count from 0.</summary>
    private static byte[] File(string header, int dataLength)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        List<byte> bytes = [.. BitConverter.GetBytes((ulong)json.Length), .. json];
        for (int i = 0; i <= dataLength / 4; i++)
        {
            bytes.AddRange(BitConverter.GetBytes((float)i));
        }

        return [.. bytes.Take(8 + json.Length + dataLength)];
    }

    /// <summary>Gives at most 7 bytes at a time and can't say how long it is.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
    }
}
