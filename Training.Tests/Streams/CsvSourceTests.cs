using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace StaticNets.Training.Tests.Streams;

[Collection(AloneCollection.Name)]
public sealed class CsvSourceTests : IDisposable
{
    private static readonly CsvOptions s_labelled = new() { LabelColumn = "kind", Classes = ["ä", "🌹", "c"] };

    private readonly string _directory = Directory.CreateTempSubdirectory("csv").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>Enough rows for several places of the index and several buffers of characters, of one to four bytes.</summary>
    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    public void It_gives_what_the_dataset_in_memory_gives(string newLine, bool mark)
    {
        string path = Write("a.csv", Rows(0, 5000, newLine), mark);
        CsvSource source = new(path, s_labelled);
        Dataset memory = Dataset.FromCsv(path, s_labelled);
        Assert.Equal((5000, 2), (source.Count, source.InputSize));
        Assert.Equal(Reading.Everything(memory, 64, default), Reading.Everything(source, 64, default));
        using IBatchReader reader = source.CreateReader(7);
        foreach (int first in new[] { 0, 3, 146, 147, 292, 293, 700, 714, 715, 1 })
        {
            EpochOrder order = new() { FirstBatch = first };
            Assert.Equal(Reading.Batches(memory, 7, order), Reading.Batches(reader, order, 2));
        }
    }

    [Fact]
    public void Files_follow_each_other()
    {
        string[] paths =
        [
            Write("a.csv", Rows(0, 1100, "\n"), mark: true), Write("b.csv", Rows(1100, 0, "\n"), mark: false),
            Write("c.csv", Rows(1100, 3, "\r\n"), mark: false), Write("d.csv", Rows(1103, 1200, "\n"), mark: false),
        ];
        CsvSource source = new(paths, s_labelled);
        Dataset memory = Dataset.FromCsv(Write("all.csv", Rows(0, 2303, "\n"), mark: false), s_labelled);
        Assert.Equal(2303, source.Count);
        foreach (int first in new[] { 0, 109, 110, 111, 215, 230, 231 })
        {
            EpochOrder order = new() { FirstBatch = first };
            Assert.Equal(Reading.Everything(memory, 10, order), Reading.Everything(source, 10, order));
        }
    }

    [Fact]
    public void Files_without_a_header_may_have_targets()
    {
        string path = Write("a.csv", string.Concat(Enumerable.Range(0, 3000).Select(n => $"{n};{2 * n};{n % 7}\n")), mark: true);
        CsvOptions options = new() { HasHeader = false, Separator = ';', TargetColumns = ["1"] };
        CsvSource source = new([path, path], options);
        Assert.Equal((6000, 2), (source.Count, source.InputSize));
        using IBatchReader reader = source.CreateReader(4);
        reader.Reset(new EpochOrder { FirstBatch = 750 + 700 });
        Assert.True(reader.Read(out Batch batch));
        Assert.Equal([2800f, 0, 2801, 1, 2802, 2, 2803, 3], batch.Inputs.ToArray());
        Assert.Equal([5600f, 5602, 5604, 5606], batch.Targets.ToArray());
        Assert.True(batch.Labels.IsEmpty);
    }

    [Fact]
    public void Reading_allocates_nothing_once_warm()
    {
        string[] paths = [Write("a.csv", Rows(0, 700, "\n"), mark: false), Write("b.csv", Rows(700, 700, "\n"), mark: false)];
        using IBatchReader reader = new CsvSource(paths, s_labelled).Shuffle(100).Prefetch().CreateReader(50);
        int epoch = 0;
        Allocation.None(() =>
        {
            reader.Reset(new EpochOrder { Shuffle = true, Epoch = epoch++, FirstBatch = 3 });
            while (reader.Read(out _))
            {
            }
        });
    }

    [Fact]
    public void A_shuffled_and_prefetched_fit_that_was_stopped_goes_on_with_the_same_bits()
    {
        CsvOptions options = new() { LabelColumn = "l" };
        StringBuilder text = new("w,x,y,z,l\n");
        for (int n = 0; n < 100; n++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{n % 3},{n % 7},{n % 5},-1.5e-1,{n % 3}");
        }

        IBatchSource source = new CsvSource(Write("a.csv", text.ToString(), mark: false), options).Shuffle(20).Prefetch();
        FitOptions fit = new() { Epochs = 3, BatchSize = 8, Verbose = Verbose.Silent };
        PointNet whole = new();
        whole.Fit(source, fit);
        for (int stop = 1; stop < 38; stop += 6)
        {
            int steps = 0;
            BackupAndRestore backup = new(Path.Combine(_directory, "backup")) { SaveFrequency = 1 };
            LambdaCallback crash = new(onTrainBatchBegin: _ =>
            {
                if (steps++ == stop)
                {
                    throw new TimeZoneNotFoundException();
                }
            });
            Assert.Throws<TimeZoneNotFoundException>(() => new PointNet().Fit(source, fit with { Callbacks = [crash, backup] }));
            PointNet second = new(seed: 9);
            second.Fit(source, fit with { Callbacks = [backup] });
            Assert.Equal(whole.Parameters.ToArray(), second.Parameters.ToArray());
        }
    }

    [Fact]
    public void Wrong_files_are_refused_at_once_and_the_place_is_named()
    {
        string good = Write("good.csv", "a,b\n1,2\n", mark: false);
        Refused("", "is empty");
        Refused("a,b\n", "holds no samples");
        Refused("a,b\n1,2\n\n3,x\n", "line 4: 'x' in column 'b' is no number");
        Refused("a,b\n1,2\n3\n", "line 3: it has 1 fields, but there are 2 columns");
        Refused("a,b\n1,\"2\n", "a quote is not closed");
        byte[] damaged = [.. "a,b\n1,2"u8, 0xC3];
        File.WriteAllBytes(Path.Combine(_directory, "bytes.csv"), damaged);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new CsvSource(Path.Combine(_directory, "bytes.csv")));
        Assert.Contains("not UTF-8", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InvalidDataException>(() => new CsvSource([good, Write("other.csv", "b,a\n1,2\n", mark: false)]));
        Assert.EndsWith($"other columns than {good}: b, a; there: a, b.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InvalidDataException>(() => new CsvSource([good, Write("bad.csv", "a,b\n1,2\n3,4,5\n", mark: false)]));
        Assert.Contains("bad.csv, line 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => new CsvSource([good, Path.Combine(_directory, "missing")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvSource([]));
        Assert.Throws<ArgumentException>(() => new CsvSource(good, new CsvOptions { Separator = '"' }));

        void Refused(string text, string reason)
        {
            string path = Write("wrong.csv", text, mark: false);
            string message = Assert.Throws<InvalidDataException>(() => new CsvSource(path)).Message;
            Assert.StartsWith(path, message, StringComparison.Ordinal);
            Assert.Contains(reason, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_has_changed_is_noticed()
    {
        string path = Write("a.csv", Rows(0, 100, "\n"), mark: false);
        CsvSource source = new(path, s_labelled);
        Write("a.csv", Rows(0, 60, "\n"), mark: false);
        Assert.Contains(
            "has changed",
            Assert.Throws<InvalidDataException>(() => Reading.Everything(source, 8, default)).Message, StringComparison.Ordinal);
    }

    /// <summary>Every third row has a quoted field with a line break, every fifth is followed by an empty line.</summary>
    private static string Rows(int first, int count, string newLine)
    {
        StringBuilder text = new("x,\"y\n🌹\",kind" + newLine);
        for (int n = first; n < first + count; n++)
        {
            string kind = s_labelled.Classes![n % 3];
            text.Append(CultureInfo.InvariantCulture, $"{n},{n * 0.25},");
            text.Append(n % 3 == 0 ? $"\"{kind}{newLine}\"" : kind).Append(newLine).Append(n % 5 == 0 ? newLine : "");
        }

        return text.ToString();
    }

    private string Write(string name, string text, bool mark)
    {
        string path = Path.Combine(_directory, name);
        File.WriteAllText(path, text, new UTF8Encoding(mark));
        return path;
    }
}
