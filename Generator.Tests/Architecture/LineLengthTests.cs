using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>What a person wrote fits on a screen: no line is longer than <c>.editorconfig</c> says.</summary>
public sealed class LineLengthTests
{
    private const string Setting = "max_line_length = ";

    // How the lines of raw literals begin that are as long in the emitted files.
    private static readonly string[] s_emitted =
    [
        "/// <summary>The layers with their output shapes, parameters and multiply-adds a sample",
        "/// <summary>Runs the net over any number of samples on the caller's thread.",
        "public global::StaticNets.Predictor CreatePredictor(",
        "global::StaticNets.ITrainer global::StaticNets.ITrainableNet<{spec.Name}>.CreateTrainer(",
        "public float ComputeLoss(global::StaticNets.Batch batch, Span<float> outputs, Span<float> outputLosses)",
    ];

    [Theory]
    [InlineData("Generator")]
    [InlineData("Runtime")]
    public void No_line_is_longer_than_the_limit(string project)
    {
        int limit = Limit();
        string[] tooLong =
        [
            .. Files(project).SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: Place(file, i + 1), Line: line)))
                .Where(read => read.Line.Length > limit && !IsEmitted(read.Line))
                .Select(read => read.Place),
        ];

        Assert.True(tooLong.Length == 0, $"Longer than {limit} columns:\n" + string.Join("\n", tooLong));
    }

    private static int Limit()
    {
        string line = File.ReadLines(Path.Combine(Repository.Root, ".editorconfig"))
            .Single(line => line.StartsWith(Setting, StringComparison.Ordinal));
        return int.Parse(line[Setting.Length..], CultureInfo.InvariantCulture);
    }

    private static bool IsEmitted(string line) => s_emitted.Any(start => line.TrimStart().StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Files(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static string Place(string file, int line) => $"{Path.GetRelativePath(Repository.Root, file)}({line})";
}
