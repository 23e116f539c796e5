using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Streams;

[Collection(AloneCollection.Name)]
public sealed class IdxSourceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("idx").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_gives_what_the_dataset_in_memory_gives(bool gzip)
    {
        (string images, string labels) = Write(53, gzip);
        IBatchSource source = new IdxSource(images, labels);
        Dataset memory = Dataset.FromIdx(images, labels);
        Assert.Equal((53, 6), (source.Count, source.InputSize));
        foreach (int first in new[] { 0, 3, 5, 6, 9 })
        {
            EpochOrder order = new() { FirstBatch = first, Epoch = 1 };
            Assert.Equal(Reading.Everything(memory, 10, order), Reading.Everything(source, 10, order));
        }

        using IBatchReader reader = source.CreateReader(10);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(6, Reading.Batches(reader, new EpochOrder { Epoch = epoch, FirstBatch = 0 }, 6).Count);
            Assert.Equal(2, Reading.Batches(reader, new EpochOrder { Epoch = epoch, FirstBatch = 4 }, 6).Count);
        }
    }

    [Fact]
    public void Reading_allocates_nothing_once_warm()
    {
        (string images, string labels) = Write(5000, gzip: false);
        using IBatchReader reader = new IdxSource(images, labels).Shuffle(100).Prefetch().CreateReader(50);
        Allocation.None(() =>
        {
            reader.Reset(new EpochOrder { Shuffle = true });
            while (reader.Read(out _))
            {
            }
        });
    }

    [Fact]
    public void Files_that_are_damaged_or_do_not_fit_are_refused()
    {
        (string images, string labels) = Write(20, gzip: false);
        byte[] bytes = File.ReadAllBytes(images);
        Refused(bytes[..^1], "announces 120 bytes, but holds 119");
        Refused([.. bytes, 0], "announces 120 bytes, but holds 121");
        Refused(bytes[..10], "truncated");
        Refused([.. bytes[..4], 0, 0, 0, 19, .. bytes[8..^6]], "holds 19 samples");
        Refused([.. bytes[..2], 0x0D, .. bytes[3..]], "unsigned bytes");
        Refused([.. bytes[..4], 0, 0, 0, 0, .. bytes[8..16]], "unsigned bytes");
        Refused([.. bytes[..4], 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF], "announces");
        Refused("something else"u8.ToArray(), "no");

        void Refused(byte[] contents, string reason)
        {
            File.WriteAllBytes(images, contents);
            string message = Assert.Throws<InvalidDataException>(() => new IdxSource(images, labels)).Message;
            Assert.StartsWith(images, message, StringComparison.Ordinal);
            Assert.Contains(reason, message, StringComparison.Ordinal);
            File.Delete(images);
        }
    }

    [Fact]
    public void A_gzip_file_that_ends_early_fails_when_it_is_read()
    {
        (string images, string labels) = Write(20_000, gzip: true);
        byte[] bytes = File.ReadAllBytes(images);
        File.WriteAllBytes(images, bytes[..(bytes.Length / 2)]);
        Assert.Throws<InvalidDataException>(() => Reading.Everything(new IdxSource(images, labels).Shuffle(10).Prefetch(), 100, default));
    }

    [Fact]
    public void A_gzip_file_that_announces_more_than_it_can_hold_is_refused()
    {
        (_, string labels) = Write(2, gzip: true);
        string images = Write("images", [0, 0, 8, 2, 0, 0, 0, 2, 0x7F, 0xFF, 0xFF, 0xFF], gzip: true);
        Assert.Contains("can't hold", Assert.Throws<InvalidDataException>(() => new IdxSource(images, labels)).Message, StringComparison.Ordinal);
    }

    private (string Images, string Labels) Write(int count, bool gzip)
    {
        byte[] pixels = new byte[count * 6];
        new Random(count).NextBytes(pixels);
        return (
            Write("images", [0, 0, 8, 3, .. BigEndian(count), .. BigEndian(2), .. BigEndian(3), .. pixels], gzip),
            Write("labels", [0, 0, 8, 1, .. BigEndian(count), .. Enumerable.Range(0, count).Select(n => (byte)(n % 7))], gzip));
    }

    private string Write(string name, byte[] bytes, bool gzip)
    {
        string path = Path.Combine(_directory, name);
        using Stream file = File.Create(path);
        using Stream contents = gzip ? new GZipStream(file, CompressionLevel.Fastest) : file;
        contents.Write(bytes);
        return path;
    }

    private static byte[] BigEndian(int value) => [.. BitConverter.GetBytes(value).Reverse()];
}
