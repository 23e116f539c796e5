using System;
using System.Collections.Generic;
using System.Data;
using System.Globalization;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Places in emitted code say no more than they must, and what they say is right.</summary>
public sealed class IndexSumTests
{
    [Theory]
    [InlineData("((0 * 4) * 4 + w) * 16 + c", "w * 16 + c")]
    [InlineData("(i) * 32", "i * 32")]
    [InlineData("n * 8 + 5 + 0 * 3", "n * 8 + 5")]
    [InlineData("row * 1 + column", "row + column")]
    [InlineData("((th * 2) * 5 + 2 * 2) * 64 + k", "th * 640 + k + 256")]
    [InlineData("h * 2 - (h + 3)", "h - 3")]
    [InlineData("h - h", "0")]
    [InlineData("-4 + h", "h - 4")]
    [InlineData("-(a - 2) * 3", "-a * 3 + 6")]
    [InlineData("p / 2 * 16 + c", "p / 2 * 16 + c")]
    [InlineData("(p / 2) * 16", "(p / 2) * 16")]
    [InlineData("(tile - 3) % 4", "(tile - 3) % 4")]
    [InlineData("(a ? 1 : 2) + 3", "(a ? 1 : 2) + 3")]
    [InlineData("Math.Min(a + 1, b * 1) + 2 + 3", "Math.Min(a + 1, b * 1) + 5")]
    [InlineData("memory.Count * 1", "memory.Count")]
    [InlineData("a * b * 2", "a * b * 2")]
    public void Folds(string written, string expected) => Assert.Equal(expected, ((IndexSum)written).ToString());

    [Fact]
    public void Stands_before_what_binds_closer_in_parentheses()
    {
        Assert.Equal("i", ((IndexSum)"i").AsFactor());
        Assert.Equal("(i + 8)", ((IndexSum)"i" + 8).AsFactor());
        Assert.Equal("(-3)", ((IndexSum)"-3").AsFactor());
    }

    /// <summary>Random sums and products of variables and numbers: the text's value stays what it was.</summary>
    [Fact]
    public void Means_what_was_written()
    {
        Random random = new(7);
        for (int i = 0; i < 2000; i++)
        {
            string written = Expression(random, 4);

            string folded = ((IndexSum)written).ToString();

            Assert.Equal(Value(written), Value(folded));
            Assert.DoesNotContain("((", folded, StringComparison.Ordinal);
            Assert.Equal(folded, ((IndexSum)folded).ToString());
        }
    }

    private static string Expression(Random random, int depth) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        0 => random.Next(2) == 0 ? random.Next(4).ToString(CultureInfo.InvariantCulture) : ((char)('a' + random.Next(3))).ToString(),
        1 => $"({Expression(random, depth - 1)}) * {random.Next(4)}",
        2 => $"{random.Next(3)} * ({Expression(random, depth - 1)})",
        3 => $"{Expression(random, depth - 1)} - ({Expression(random, depth - 1)})",
        _ => $"{Expression(random, depth - 1)} + {Expression(random, depth - 1)}",
    };

    private static int Value(string text)
    {
        using DataTable table = new();
        Dictionary<char, string> values = new() { ['a'] = "7", ['b'] = "11", ['c'] = "101" };
        string numbers = string.Concat(text.Select(c => values.TryGetValue(c, out string? value) ? value : c.ToString()));
        return Convert.ToInt32(table.Compute(numbers, ""), CultureInfo.InvariantCulture);
    }
}
