using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>Columns of words, and fields without a value.</summary>
public sealed class CsvCategoryTests : IDisposable
{
    private const string Passengers = """
        age,sex,class,fare,survived
        22,male,third,7.25,no
        NA,female,first,71.3,yes
        26,female,third,,yes
        35,male,second,8,no

        """;

    private static readonly CsvOptions s_passengers = new()
    {
        LabelColumn = "survived",
        OneHotColumns = ["sex"],
        IndexColumns = ["class", "survived"],
        MissingValue = 0.5,
        MissingValues = new Dictionary<string, double> { ["age"] = 30 },
        MissingIndicators = ["age"],
    };

    private readonly string _directory = Directory.CreateTempSubdirectory("csv").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Categories_are_learned_and_missing_fields_replaced()
    {
        Dataset data = Read(Passengers, s_passengers);
        Batch all = All(data);

        // Age and whether it is missing; female, male; first, second, third; fare.
        Assert.Equal(
            [22, 0, 0, 1, 2, 7.25f, 30, 1, 1, 0, 0, 71.3f, 26, 0, 1, 0, 2, 0.5f, 35, 0, 0, 1, 1, 8],
            all.Inputs.ToArray());
        Assert.Equal([0, 1, 1, 0], all.Labels.ToArray());
        CsvOptions learned = data.CsvOptions!;
        Assert.Equal(["no", "yes"], learned.Classes);
        Assert.Equal(["age", "sex", "class", "fare"], learned.InputColumns);
        Assert.Equal(["female", "male"], learned.Categories["sex"]);
        Assert.Equal(["first", "second", "third"], learned.Categories["class"]);
        Assert.Same(learned, data.Take(2).CsvOptions);
        Assert.Null(new Dataset(new float[2], 1).CsvOptions);
    }

    /// <summary>In another order, with fewer categories and no label.</summary>
    [Fact]
    public void What_was_learned_reads_other_files_in_the_same_way()
    {
        CsvOptions learned = Read(Passengers, s_passengers).CsvOptions!;
        string path = Path.Combine(_directory, "options.json");
        learned.Save(path);
        foreach (CsvOptions options in new[] { learned, CsvOptions.Load(path) })
        {
            CsvOptions toPredict = options with { LabelColumn = null };
            Batch batch = All(Read("name,fare,sex,class,age\nA,1,male,first,40\n", toPredict));
            Assert.Equal([40f, 0, 0, 1, 0, 1], batch.Inputs.ToArray());
            Assert.True(batch.Labels.IsEmpty);
            Assert.Contains("'other' in column 'sex' is none of the column's categories",
                Refused("fare,sex,class,age\n1,other,first,40\n", toPredict), StringComparison.Ordinal);
            Assert.Equal([1], All(Read("age,sex,class,fare,survived\n1,male,first,2,yes\n", options)).Labels.ToArray());
            Assert.Contains("none of the classes", Refused("age,sex,class,fare,survived\n1,male,first,2,maybe\n", options), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Categories_can_be_given_in_their_order()
    {
        CsvOptions options = new()
        {
            HasHeader = false, OneHotColumns = ["0"], IndexColumns = ["1"],
            Categories = new Dictionary<string, IReadOnlyList<string>> { ["0"] = ["low", "middle", "high", "NA"], ["1"] = ["9", "3"] },
        };
        Assert.Equal([0f, 0, 1, 0, 1, 0, 0, 0, 1, 0], All(Read("high,3\nNA,9\n", options)).Inputs.ToArray());
        Assert.Throws<ArgumentException>(() => Read("a", options with { OneHotColumns = [] }));
    }

    [Fact]
    public void Targets_can_be_categories_and_are_never_missing()
    {
        CsvOptions options = new() { TargetColumns = ["kind", "size"], OneHotColumns = ["kind"], MissingValue = 1 };
        Batch batch = All(Read("x,kind,size\n1,b,7\n2,a,8\n", options));
        Assert.Equal([0f, 1, 7, 1, 0, 8], batch.Targets.ToArray());
        Assert.Equal([1f, 2], batch.Inputs.ToArray());
        Assert.Contains("in column 'kind' is no category", Refused("x,kind,size\n1,,7\n", options), StringComparison.Ordinal);
        Assert.Contains("in column 'size' is no number", Refused("x,kind,size\n1,a,\n", options), StringComparison.Ordinal);
        Assert.Contains("'' in column 'k' is no class",
            Refused("x,k\n1,\n", new CsvOptions { LabelColumn = "k", IndexColumns = ["k"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_category_is_none_and_an_index_needs_a_number()
    {
        CsvOptions oneHot = new() { OneHotColumns = ["c"], MissingIndicators = ["c"] };
        Assert.Equal([0f, 1, 0, 1, 0, 0, 0, 0, 1], All(Read("c\nb\na\nNA\n", oneHot)).Inputs.ToArray());
        Assert.Equal([1f, 0], All(Read("c\na\n\"\"\n", new CsvOptions { OneHotColumns = ["c"], MissingValue = 7 })).Inputs.ToArray());
        CsvOptions index = new() { IndexColumns = ["c"], MissingValue = 7 };
        Assert.Contains("'NA' in column 'c' is no category", Refused("c\na\nNA\n", index), StringComparison.Ordinal);
        Assert.Equal([0f, 1], All(Read("c\na\nNA\n", index with { MissingValues = new Dictionary<string, double> { ["c"] = 1 } })).Inputs.ToArray());
        Assert.Equal([0f, 0, 0, 1], All(Read("c\na\nNA\n", index with { MissingIndicators = ["c"] })).Inputs.ToArray());
    }

    [Fact]
    public void A_mark_may_look_like_a_number()
    {
        CsvOptions options = new() { MissingMarks = ["-999"], MissingValue = 0.5 };
        Assert.Equal([0.5f, 1], All(Read("a,b\n-999,1\n", options)).Inputs.ToArray());
        Assert.Contains("is no number", Refused("a,b\nNA,1\n", options), StringComparison.Ordinal);
        Assert.Contains("'-999' in column 'a' is a mark of a missing number",
            Refused("a,b\n-999,1\n", options with { MissingValue = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_read_piece_by_piece_give_the_same()
    {
        string first = Path.Combine(_directory, "first.csv");
        string second = Path.Combine(_directory, "second.csv");
        File.WriteAllText(first, Passengers);
        File.WriteAllText(second, "age,sex,class,fare,survived\n50,other,crew,0,perhaps\n\n,male,first,,no\n");
        CsvSource source = new([first, second], s_passengers);
        Assert.Equal(["female", "male", "other"], source.CsvOptions.Categories["sex"]);
        Assert.Equal(["no", "perhaps", "yes"], source.CsvOptions.Classes);
        string whole = Passengers + string.Join('\n', File.ReadAllLines(second)[1..]) + "\n";
        Batch expected = All(Read(whole, s_passengers));
        foreach (int batchSize in new[] { 1, 4, 100 })
        {
            using IBatchReader reader = source.CreateReader(batchSize);
            List<float> inputs = [];
            List<int> labels = [];
            while (reader.Read(out Batch batch))
            {
                inputs.AddRange(batch.Inputs);
                labels.AddRange(batch.Labels);
            }

            Assert.Equal(expected.Inputs.ToArray(), inputs);
            Assert.Equal(expected.Labels.ToArray(), labels);
        }
    }

    [Fact]
    public void A_column_of_very_many_words_is_no_one_hot_column()
    {
        string text = "id\n" + string.Join('\n', Enumerable.Range(0, 10_001));
        Assert.Contains("a category too many: there may be 10000", Refused(text, new CsvOptions { OneHotColumns = ["id"] }), StringComparison.Ordinal);
        Assert.Equal(10_001, Read(text, new CsvOptions { IndexColumns = ["id"] }).Count);
    }

    [Fact]
    public void Options_come_back_from_a_file_and_damaged_ones_are_refused()
    {
        string path = Path.Combine(_directory, "options.json");
        CsvOptions options = s_passengers with
        {
            Separator = '\t', HasHeader = false, LabelColumn = "é \"1\"", InputColumns = null, TargetColumns = ["a", "b"], MissingValue = null,
            Categories = new Dictionary<string, IReadOnlyList<string>> { ["sex"] = ["", "\u2028"] }, MissingMarks = [],
        };
        options.Save(path);
        CsvOptions read = CsvOptions.Load(path);
        string saved = File.ReadAllText(path);
        read.Save(path);
        Assert.Equal(saved, File.ReadAllText(path));
        Assert.Equal(('\t', false, "é \"1\"", null), (read.Separator, read.HasHeader, read.LabelColumn, read.InputColumns));
        Assert.Equal(["", "\u2028"], read.Categories["sex"]);
        Assert.Equal(30, read.MissingValues["age"]);
        foreach ((string old, string by) in new[]
        {
            ("staticnets.csv\": 1", "staticnets.csv\": 2"), ("\"separator\": \"\\t\"", "\"separator\": \"\""), ("false", "0"), ("}", ""),
            ("\"sex\"\n", "\"sex\",\n\"sex\"\n"),
        })
        {
            File.WriteAllText(path, saved.Replace("\r\n", "\n").Replace(old, by));
            Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => CsvOptions.Load(path)).Message, StringComparison.Ordinal);
        }
    }

    private static Dataset Read(string text, CsvOptions options) => Dataset.FromCsv(new StringReader(text.Replace("\r\n", "\n")), options);

    private static string Refused(string text, CsvOptions options) => Assert.Throws<InvalidDataException>(() => Read(text, options)).Message;

    private static Batch All(Dataset data)
    {
        Assert.True(data.CreateReader(100).Read(out Batch batch));
        return batch;
    }
}
