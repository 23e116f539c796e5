using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace StaticNets.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("idx").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_and_labels_become_a_dataset(bool zipped)
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * 2 * 2).Select(i => unchecked((byte)(i * 20)))];
        Dataset data = Dataset.FromIdx(
            Write("images", Idx(0x08, [3, 2, 2], pixels), zipped), Write("labels", Idx(0x08, [3], [7, 8, 9]), zipped));
        Assert.Equal((3, 4), (data.Count, data.InputSize));
        using IBatchReader reader = data.CreateReader(8);
        Assert.True(reader.Read(out Batch batch));
        Assert.Equal([7, 8, 9], batch.Labels.ToArray());
        Assert.Equal(220 * (1f / 255), batch.Inputs[11]);
    }

    [Fact]
    public void Wider_elements_are_big_endian()
    {
        Assert.Equal([-2f, 258], Read(Idx(0x0B, [2], [0xFF, 0xFE, 1, 2])).ToSingles());
        Assert.Equal([-1f], Read(Idx(0x09, [1], [0xFF])).ToSingles());
        Assert.Equal([65536f], Read(Idx(0x0C, [1], [0, 1, 0, 0])).ToSingles());
        Assert.Equal([1f], Read(Idx(0x0D, [1, 1], [0x3F, 0x80, 0, 0])).ToSingles());
        Assert.Equal([1f], Read(Idx(0x0E, [1], [0x3F, 0xF0, 0, 0, 0, 0, 0, 0])).ToSingles());
    }

    [Theory]
    [InlineData("", "truncated")]
    [InlineData("000008", "truncated")]
    [InlineData("01000801 00000001 05", "begins with 01 00")]
    [InlineData("00000A01 00000001 05", "type 0x0a")]
    [InlineData("00000800", "0 axes")]
    [InlineData("000008FF", "255 axes")]
    [InlineData("00000801 000000", "truncated")]
    [InlineData("00000801 80000000", "2147483648")]
    [InlineData("00000801 7FFFFFFF", "2147483647")]
    [InlineData("00000803 7FFFFFFF 7FFFFFFF 7FFFFFFF", "announces")]
    [InlineData("00000802 00010000 00010000", "announces")]
    [InlineData("00000E01 10000000", "announces")]
    [InlineData("00000802 00000002 00000002 010203", "truncated")]
    [InlineData("00000801 40000000 01", "truncated")]
    [InlineData("00000801 00000002 010203", "goes on")]
    public void Lying_files_are_refused_with_name_and_reason(string hex, string reason)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        foreach (bool zipped in new[] { false, true })
        {
            string path = Write("bad", bytes, zipped);
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_truncated_gzip_file_never_gives_wrong_data()
    {
        byte[] data = [.. Enumerable.Range(0, 300).Select(i => unchecked((byte)(i * i)))];
        byte[] whole = File.ReadAllBytes(Write("whole", Idx(0x08, [300], data), zipped: true));
        int refused = 0;
        for (int length = 0; length < whole.Length; length++)
        {
            try
            {
                Assert.Equal(data, Read(whole[..length]).Bytes);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        // All data is there where only the end mark, the checksum and the length are cut off; the platform does not miss them.
        Assert.InRange(refused, whole.Length - 10, whole.Length);
    }

    [Fact]
    public void A_gzip_file_with_another_checksum_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(Write("whole", Idx(0x08, [3], [1, 2, 3]), zipped: true));
        bytes[^8] ^= 1;
        Assert.Throws<InvalidDataException>(() => Read(bytes));
    }

    [Theory]
    [InlineData((1 << 20) + 1, true, 4 << 20)]
    [InlineData(1 << 30, true, 1 << 18)]
    [InlineData(1 << 30, false, 1 << 18)]
    public void Data_that_is_not_there_costs_no_memory(int announced, bool zipped, int most)
    {
        string path = Write("liar", Idx(0x08, [announced], new byte[1 << 20]), zipped);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_in_bounded_time()
    {
        byte[] plain = Idx(0x08, [20, 4, 4], [.. Enumerable.Range(0, 320).Select(i => unchecked((byte)(i * 31)))]);
        byte[] zipped = File.ReadAllBytes(Write("valid", plain, zipped: true));
        Random random = new(5);
        int refused = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int round = 0; round < 4000; round++)
        {
            byte[] bytes = Mutation.Of(round % 2 == 0 ? plain : zipped, random);
            try
            {
                IdxFile.Read(new MemoryStream(bytes));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 4000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void Images_and_labels_must_fit_each_other()
    {
        string images = Write("images", Idx(0x08, [2, 2], [1, 2, 3, 4]), false);
        AssertRefused("2 samples", images, Write("labels", Idx(0x08, [3], [1, 2, 3]), false));
        AssertRefused("one axis", images, Write("labels", Idx(0x08, [2, 1], [1, 2]), false));
        AssertRefused("Int32", images, Write("labels", Idx(0x0C, [1], [0, 0, 0, 1]), false));
        AssertRefused("no samples", Write("none", Idx(0x08, [0, 2], []), false), Write("labels", Idx(0x08, [0], []), false));
        Assert.Throws<FileNotFoundException>(() => IdxFile.Read(Path.Combine(_directory, "nowhere")));
    }

    private static void AssertRefused(string reason, string images, string labels)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(images, labels));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static IdxFile Read(byte[] bytes) => IdxFile.Read(new MemoryStream(bytes));

    private static byte[] Idx(byte type, int[] shape, byte[] data)
    {
        List<byte> bytes = [0, 0, type, (byte)shape.Length];
        foreach (int size in shape)
        {
            bytes.AddRange(unchecked([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]));
        }

        return [.. bytes, .. data];
    }

    private string Write(string name, byte[] bytes, bool zipped)
    {
        string path = Path.Combine(_directory, name);
        using FileStream file = File.Create(path);
        using Stream stream = zipped ? new GZipStream(file, CompressionLevel.SmallestSize) : file;
        stream.Write(bytes);
        return path;
    }
}
