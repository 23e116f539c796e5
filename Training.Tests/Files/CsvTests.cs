using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Files;

public sealed class CsvTests
{
    private const string Flowers = "length,\"width, mm\",kind\r\n1.5,-2e-1,rose\r\n\r\n\"3\",4,\"lily\"\r\n";

    [Fact]
    public void Columns_are_inputs_labels_or_targets()
    {
        Batch labelled = All(Flowers, new CsvOptions { LabelColumn = "kind", Classes = ["lily", "rose"] });
        Assert.Equal([1.5f, -0.2f, 3, 4], labelled.Inputs.ToArray());
        Assert.Equal([1, 0], labelled.Labels.ToArray());
        Batch targets = All("a;b;c\n1;2;3\n4;5;6", new CsvOptions { Separator = ';', TargetColumns = ["c", "a"] });
        Assert.Equal([2f, 5], targets.Inputs.ToArray());
        Assert.Equal([3f, 1, 6, 4], targets.Targets.ToArray());
        Batch chosen = All("1,2,3\n4,5,6\n", new CsvOptions { HasHeader = false, LabelColumn = "0", InputColumns = ["2"] });
        Assert.Equal([3f, 6], chosen.Inputs.ToArray());
        Assert.Equal([1, 4], chosen.Labels.ToArray());
        Assert.Equal([1f, 2], All("x,y\n1,2", new CsvOptions()).Inputs.ToArray());
        Assert.Equal([7f], All("a \"\"quoted\"\" name\n7", new CsvOptions()).Inputs.ToArray());
        Assert.Equal([7f], All("\"a \"\"b\"\"\nc\"\n7", new CsvOptions { InputColumns = ["a \"b\"\nc"] }).Inputs.ToArray());
    }

    [Fact]
    public void Numbers_have_a_point_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal([-1.5f, 2.25f], All("x,y\n-1.5,2.25", new CsvOptions()).Inputs.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a,b\n", "no samples")]
    [InlineData("a,b\n1,2\n3\n", "line 3: it has 1 fields, but there are 2 columns")]
    [InlineData("a,b\n1,2\n3,4,5\n", "line 3: it has 3 fields")]
    [InlineData("a,b\n1,x\n", "line 2: 'x' in column 'b' is no number")]
    [InlineData("a,b\n1,\n", "line 2: '' in column 'b' is no number")]
    [InlineData("a,b\n1,NaN\n", "is no number")]
    [InlineData("a,b\n1,1e99\n", "line 2: '1e99' in column 'b' is larger than a float can be (3.4e38)")]
    [InlineData("a,b\n1,-1e39\n", "'-1e39' in column 'b' is larger than a float can be (3.4e38)")]
    [InlineData("a,b\n1,Infinity\n", "is no number")]
    [InlineData("a,b\n1,NA\n", "'NA' in column 'b' is no number; CsvOptions.MissingValue, MissingValues or MissingIndicators can say")]
    [InlineData("a,b,a\n1,2,3\n", "has 2 columns 'a'")]
    [InlineData("a,b\n\"1,2\n", "line 2: a quote is not closed")]
    [InlineData("a,\"b\n\nc\"\n1,2\n3\n", "line 5: it has 1 fields")]
    [InlineData("a,b\n\"1\"2,2\n", "behind the closing quote")]
    public void Wrong_lines_are_named(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => All(text, new CsvOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Wrong_columns_and_labels_are_named()
    {
        Assert.Contains("no column 'x'; it has: a, b", Refused("a,b\n1,2", new CsvOptions { LabelColumn = "x" }), StringComparison.Ordinal);
        Assert.Contains("no column left", Refused("a\n1", new CsvOptions { LabelColumn = "a" }), StringComparison.Ordinal);
        Assert.Contains("'-1' in column 'b' is no whole number", Refused("a,b\n1,-1", new CsvOptions { LabelColumn = "b" }),
            StringComparison.Ordinal);
        Assert.Contains("none of the classes", Refused("a,b\n1,x", new CsvOptions { LabelColumn = "b", Classes = ["y"] }),
            StringComparison.Ordinal);
        Assert.Contains("more than 10000 characters", Refused("a\n" + new string('1', 10_001), new CsvOptions()), StringComparison.Ordinal);
        Assert.Contains("no column 'x'", Refused("a,b\n1,2", new CsvOptions { OneHotColumns = ["x"] }), StringComparison.Ordinal);
        Assert.Contains("no column 'x'", Refused("a,b\n1,2", new CsvOptions { MissingIndicators = ["x"] }), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { LabelColumn = "a", TargetColumns = ["a"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { TargetColumns = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { InputColumns = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { LabelColumn = "a", Classes = ["x", "x"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { LabelColumn = "a", OneHotColumns = ["a"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { OneHotColumns = ["a"], IndexColumns = ["a"] }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { MissingValue = double.NaN }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { MissingValue = 1e300 }));
        Assert.Throws<ArgumentException>(() => All("a", new CsvOptions { Separator = '"' }));
    }

    [Fact]
    public void A_label_and_targets_come_together()
    {
        Batch both = All("x,price,kind,y\n1,2,1,3\n4,5,0,6", new CsvOptions { LabelColumn = "kind", TargetColumns = ["price"] });
        Assert.Equal([1f, 3, 4, 6], both.Inputs.ToArray());
        Assert.Equal([1, 0], both.Labels.ToArray());
        Assert.Equal([2f, 5], both.Targets.ToArray());
    }

    /// <summary>A line of nothing but quotes is a row, and an empty one may be: predictions must stay in line with rows.</summary>
    [Fact]
    public void Rows_of_one_column_are_never_dropped()
    {
        CsvOptions zero = new() { MissingValue = 0 };
        Assert.Equal([1f, 0, 3], All("a\n1\n\"\"\n3\n", zero).Inputs.ToArray());
        Assert.Contains("line 3: '' in column 'a' is no number", Refused("a\n1\n\"\"\n3\n", new CsvOptions()), StringComparison.Ordinal);
        Assert.Contains("line 3: it is empty", Refused("a\n1\n\n\n3\n", zero), StringComparison.Ordinal);
        Assert.Contains("line 1: it is empty", Refused("\n1\n", zero with { HasHeader = false }), StringComparison.Ordinal);
        Assert.Equal([1f, 3], All("\n\na\n1\n3\n\n\n", zero).Inputs.ToArray());
        Assert.Equal([1f, 2], All("a,b\n\n1,2\n\n", zero).Inputs.ToArray());
    }

    [Fact]
    public void A_file_is_read_as_UTF_8()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "größe,b\n1,2\n");
            Assert.Equal(1, Dataset.FromCsv(path, new CsvOptions { InputColumns = ["größe"] }).InputSize);
            File.WriteAllBytes(path, [.. "a,b\n1,2"u8, 0xFF]);
            Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => Dataset.FromCsv(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Refused(string text, CsvOptions options) => Assert.Throws<InvalidDataException>(() => All(text, options)).Message;

    private static Batch All(string text, CsvOptions options)
    {
        Dataset data = Dataset.FromCsv(new StringReader(text), options);
        Assert.True(data.CreateReader(100).Read(out Batch batch));
        return batch;
    }
}
