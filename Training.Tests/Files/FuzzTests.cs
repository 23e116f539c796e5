using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>
/// 100,000 damaged files of each format, and fewer where each goes over the disk: they are read or refused, with the documented exception
/// alone, in bounded time and memory.
/// </summary>
public sealed class FuzzTests
{
    private const int Files = 100_000;
    private const int MostBytes = 3 << 20;
    private const int FilesOnDisk = 10_000;
    private const int MostSeconds = 240; // of the processor, since others may have most of it

    private static readonly byte[] s_interesting = [0, 1, 0x7F, 0x80, 0xFF, .. "\"{}[],-9\\'()\n;PK"u8];

    [Fact]
    public void Safetensors()
    {
        SmallNet net = new();
        Fuzz(Saved(net.Save), bytes => new SmallNetTarget(net).Check(() => net.Load(new MemoryStream(bytes))));
    }

    [Fact]
    public void Npz()
    {
        SmallNet net = new();
        Fuzz(Saved(net.SaveNpz), bytes => new SmallNetTarget(net).Check(() => net.LoadNpz(new MemoryStream(bytes))));
    }

    [Fact]
    public void CompressedNpz()
    {
        SmallNet net = new();
        byte[] valid = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "numpy.npz"));
        Fuzz(valid, bytes => new SmallNetTarget(net).Check(() => net.LoadNpz(new MemoryStream(bytes))));
    }

    [Fact]
    public void Checkpoints()
    {
        SmallNet net = new();
        using SmallNet.Trainer trainer = net.CreateTrainer();
        trainer.Step(new float[4], new float[3]);
        Fuzz(Saved(trainer.SaveCheckpoint), bytes => new SmallNetTarget(net).Check(() => trainer.LoadCheckpoint(new MemoryStream(bytes))));
    }

    /// <summary>Written by a fit, with what its callbacks keep.</summary>
    [Fact]
    public void CheckpointsOfFits()
    {
        SmallNet net = new();
        string path = Path.GetTempFileName();
        net.Fit(new Dataset(new float[8], new float[6], 4), new FitOptions
        {
            Epochs = 2, Verbose = Verbose.Silent,
            Callbacks =
            [
                new ReduceLROnPlateau("loss"), new EarlyStopping("loss") { Patience = 9, RestoreBestWeights = true }, new ModelCheckpoint(path),
            ],
        });
        byte[] valid = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.Contains("best_parameters", Encoding.Latin1.GetString(valid), StringComparison.Ordinal);
        using SmallNet.Trainer trainer = net.CreateTrainer();
        Fuzz(valid, bytes => new SmallNetTarget(net).Check(() => trainer.LoadCheckpoint(new MemoryStream(bytes))));
    }

    [Fact]
    public void Idx() => Fuzz(
        [0, 0, 0x0D, 2, 0, 0, 0, 3, 0, 0, 0, 2, .. new byte[24]], bytes =>
            Accepts(() => IdxFile.Read(new MemoryStream(bytes)).ToSingles()));

    [Fact]
    public void Csv()
    {
        CsvOptions options = new() { LabelColumn = "c" };
        Fuzz(
            Encoding.UTF8.GetBytes("a,\"b\"\"b\",c\n1.5,-2e3,1\n\"7\",8,0\r\n\n9,0.001,2\n"),
            bytes => Accepts(() => Dataset.FromCsv(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true)), options)),
            leastRefused: 0.3);
    }

    /// <summary>With categories, missing fields, a label and targets; the options that are learned read the file once more.</summary>
    [Fact]
    public void CsvOfWords()
    {
        CsvOptions options = new()
        {
            LabelColumn = "c", TargetColumns = ["d"], OneHotColumns = ["a"], IndexColumns = ["b", "c"], MissingValue = 1, MissingIndicators = ["a", "e"],
            MissingValues = new System.Collections.Generic.Dictionary<string, double> { ["b"] = 0 },
        };
        Fuzz(
            Encoding.UTF8.GetBytes("a,b,c,d,e\nx,u,k,1,2\n\"y\",NA,l,-2e3,\r\n\nx,\"v\"\"\",k,3,NA\n"),
            bytes => Accepts(() =>
            {
                Dataset data = Dataset.FromCsv(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true)), options);
                Dataset again = Dataset.FromCsv(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true)), data.CsvOptions);
                Assert.Equal((data.Count, data.InputSize), (again.Count, again.InputSize));
            }),
            leastRefused: 0.2);
    }

    [Fact]
    public void OptionsOfCsvFiles()
    {
        string path = Path.GetTempFileName();
        new CsvOptions { OneHotColumns = ["a"], LabelColumn = "b", MissingValue = 1.5f, Classes = ["x", "y"] }.Save(path);
        byte[] valid = File.ReadAllBytes(path);
        File.Delete(path);
        FuzzFiles(valid, file => CsvOptions.Load(file), leastRefused: 0.3);
    }

    [Fact]
    public void CsvFiles()
    {
        CsvOptions options = new() { LabelColumn = "c" };
        FuzzFiles(
            Encoding.UTF8.GetBytes("a,\"b\"\"b\",c\n1.5,-2e3,1\n\"7\",8,0\r\n\n9,0.001,2\n"),
            path => Streams.Reading.Everything(new CsvSource([path, path], options), 2, new EpochOrder { FirstBatch = 1 }),
            leastRefused: 0.3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IdxFiles(bool gzip)
    {
        byte[] images = Packed([0, 0, 8, 2, 0, 0, 0, 5, 0, 0, 0, 2, .. new byte[10]], gzip);
        string labels = Path.GetTempFileName();
        File.WriteAllBytes(labels, [0, 0, 8, 1, 0, 0, 0, 5, .. new byte[5]]);
        FuzzFiles(
            images, path => Streams.Reading.Everything(new IdxSource(path, labels), 2, new EpochOrder { FirstBatch = 1 }),
            leastRefused: 0.3);
        File.Delete(labels);
    }

    private static void FuzzFiles(byte[] valid, Action<string> read, double leastRefused)
    {
        string path = Path.GetTempFileName();
        try
        {
            Fuzz(
                valid,
                bytes =>
                {
                    File.WriteAllBytes(path, bytes);
                    return Accepts(() => read(path));
                },
                leastRefused,
                FilesOnDisk);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Packed(byte[] bytes, bool gzip)
    {
        using MemoryStream packed = new();
        using (Stream stream = gzip ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new BufferedStream(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Fuzz(byte[] valid, Func<byte[], bool> accepts, double leastRefused = 0.5, int files = Files)
    {
        Assert.True(accepts(valid));
        Random random = new(11);
        int refused = 0;
        long most = 0;
        TimeSpan begin = Environment.CpuUsage.TotalTime;
        for (int file = 0; file < files; file++)
        {
            byte[] bytes = Mutated(valid, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            refused += accepts(bytes) ? 0 : 1;
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(refused, leastRefused * files, files - 1);
        Assert.InRange(most, 0, MostBytes);
        Assert.InRange((Environment.CpuUsage.TotalTime - begin).TotalSeconds, 0, MostSeconds);
    }

    private static byte[] Mutated(byte[] valid, Random random)
    {
        byte[] bytes = (byte[])valid.Clone();
        for (int times = random.Next(3); times >= 0 && bytes.Length > 0; times--)
        {
            int place = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length, 120));
            int length = Math.Min(bytes.Length - place, 1 + random.Next(9));
            switch (random.Next(7))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = s_interesting[random.Next(s_interesting.Length)];
                    break;
                case 2:
                    random.NextBytes(bytes.AsSpan(place, length));
                    break;
                case 3:
                    bytes = bytes[..place];
                    break;
                case 4:
                    bytes = [.. bytes[..place], .. bytes[(place + length)..]];
                    break;
                case 5:
                    bytes = [.. bytes[..(place + length)], .. bytes[place..]];
                    break;
                default:
                    bytes = [.. bytes[..place], s_interesting[random.Next(s_interesting.Length)], .. bytes[place..]];
                    break;
            }
        }

        return bytes;
    }

    private static bool Accepts(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Saved(Action<Stream> save)
    {
        MemoryStream stream = new();
        save(stream);
        return stream.ToArray();
    }

    /// <summary>A net whose weights are all 1 before each file, so that a partial load would be seen.</summary>
    private readonly struct SmallNetTarget(SmallNet net)
    {
        public bool Check(Action read)
        {
            net.Parameters.Fill(1);
            bool accepted = Accepts(read);
            if (!accepted && net.Parameters.ContainsAnyExcept(1f))
            {
                Assert.Fail("A refused file changed the weights.");
            }

            return accepted;
        }
    }
}
