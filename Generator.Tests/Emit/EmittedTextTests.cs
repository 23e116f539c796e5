using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Emitted code reads as if a person had written it: the golden files, line by line.</summary>
public sealed class EmittedTextTests
{
    private const int Limit = 140;

    private static readonly string s_folder = Path.Combine(Repository.Root, "Generator.Tests");

    private static readonly string[] s_files =
    [
        .. Directory.GetFiles(s_folder, "*.verified.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(s_folder, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Files => [.. s_files];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_line_is_too_long(string file) => Assert.All(Lines(file), line => Assert.True(line.Length <= Limit, line));

    /// <summary>What only a program writes: numbers that were not added up, factors of 1, parentheses around one thing.</summary>
    [Theory]
    [InlineData(@"\(uint\)\(\w+\)", "(uint)(0)")]
    [InlineData(@" \* 1f?\b(?![.\d])", "x * 1f")]
    [InlineData(@"(?<![\w.])[01] \* ", "0 * 4")]
    [InlineData(@"(?<![\w>])\((?!float|double|int|uint|long)\w+\) [*+-] ", "(i) * 32")]
    [InlineData(@" [+-] 0\b(?![.f])", "column + 0")]
    [InlineData(@"[+-] -\d", "x + -4")]
    [InlineData(@"\([^()]* \* \d+ [+-] [^()]*\) \* \d+", "(h * 4 + w) * 16")]
    [InlineData(@"worker == 0 \?", "worker == 0 ? 0 : 1, 1")]
    [InlineData(@"Math\.Max\(tile0, 0\)", "for (int tile = Math.Max(tile0, 0);")]
    [InlineData(@"^\s*int (row|column|at) = \d+;$", "        int row = 0;")]
    [InlineData(@"\b[a-z]\w*_\d+[A-Z]\w*\b", "conv2d_1Transformed")]
    [InlineData(@"new (Inference|Training)Layout\([^:]*\)", "new InferenceLayout(17, 224, 0, 32, 12L)")]
    [InlineData(@"DropoutKey\(\d+\)", "memory.DropoutKey(5)")]
    public void Nothing_is_written_as_only_a_program_would(string pattern, string example)
    {
        Assert.Matches(pattern, example);

        Assert.All(s_files.SelectMany(Lines), line => Assert.DoesNotMatch(pattern, line));
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(s_folder, file));
}
