using System;
using System.Globalization;
using System.IO;

namespace StaticNets.Benchmarks;

/// <summary>What the user asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: Benchmarks peers [--case PREFIX] [--json FILE] [--aot FILE]
                 Ours and the peers', side by side.
                 --case PREFIX  only the cases whose names begin so
                 --json FILE    writes the rows to a file as well
                 --aot FILE     a program compiled ahead of time that writes a line when its first step has returned
               Benchmarks kernels [--net NAME] [--batch N] [--threads N]
                 Each kernel of a net against the multiply-add peak.
                 --net NAME     cnn (default), mlp, lenet, conv, conv-direct, lstm, transformer, resnet, mobilenet or autoencoder
                 --batch N      samples in a step (default 32)
                 --threads N    default 1
        """;

    public string CasePrefix { get; private init; } = "";

    public string? JsonFile { get; private init; }

    public string? AotProgram { get; private init; }

    public string Net { get; private init; } = "cnn";

    public int Batch { get; private init; } = 32;

    public int Threads { get; private init; } = 1;

    /// <exception cref="BadOptionException">An option is unknown or has no value.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments)
    {
        Options options = new();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : throw new BadOptionException($"{arguments[i]} needs a value.");
            options = arguments[i] switch
            {
                "--case" => options with { CasePrefix = value },
                "--json" => options with { JsonFile = WritableFile(arguments[i], value) },
                "--aot" => options with { AotProgram = ExistingFile(arguments[i], value) },
                "--net" => options with { Net = value },
                "--batch" => options with { Batch = Number(arguments[i], value) },
                "--threads" => options with { Threads = Number(arguments[i], value) },
                string name => throw new BadOptionException($"'{name}' is not an option."),
            };
        }

        return options;
    }

    // Found out now, not after minutes of measuring.
    private static string WritableFile(string name, string value)
    {
        string path = Path.GetFullPath(value);
        string? directory = Path.GetDirectoryName(path);
        return Directory.Exists(directory) && !Directory.Exists(path)
            ? path
            : throw new BadOptionException($"{name}: '{path}' can't be written.");
    }

    private static string ExistingFile(string name, string value)
    {
        string path = Path.GetFullPath(value);
        return File.Exists(path) ? path : throw new BadOptionException($"{name}: there is no file '{path}'.");
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new BadOptionException($"{name} needs a whole number from 1 on, not '{value}'.");
}

/// <summary>The command line can't be followed. The message is for the user.</summary>
internal sealed class BadOptionException(string message) : Exception(message);
