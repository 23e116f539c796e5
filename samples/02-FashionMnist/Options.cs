using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace FashionMnist;

/// <summary>What the user asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: FashionMnist [--epochs N] [--data DIR] [--json FILE] [--seed N]
          --epochs N   how often each net sees the training pictures (default 15)
          --data DIR   the full Fashion-MNIST, four .gz files (default: the 10,000 pictures shipped here)
          --json FILE  writes the results to a file as well
          --seed N     another start, order and dropout (default 42)
        """;

    public int Epochs { get; private init; } = 15;

    /// <summary>Where the full dataset is; null for the pictures beside this program.</summary>
    public string? DataDirectory { get; private init; }

    public string? JsonFile { get; private init; }

    public int Seed { get; private init; } = 42;

    /// <exception cref="BadOptionException">An option is unknown, or its value is of no use.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        Options options = new();
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string name = arguments[i];
            string? value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            options = name switch
            {
                "--epochs" => options with { Epochs = Number(name, value, least: 1) },
                "--data" => options with { DataDirectory = DatasetDirectory(name, value) },
                "--json" => options with { JsonFile = WritableFile(name, value) },
                "--seed" => options with { Seed = Number(name, value, least: int.MinValue) },
                _ => throw new BadOptionException($"'{name}' is not an option."),
            };
        }

        return options;
    }

    private static int Number(string name, string? value, int least)
    {
        bool isNumber = int.TryParse(Given(name, value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= least
            ? number
            : throw new BadOptionException($"{name} needs a whole number{(least == 1 ? " from 1 on" : "")}, not '{value}'.");
    }

    private static string DatasetDirectory(string name, string? value)
    {
        string directory = Given(name, value);
        if (!Directory.Exists(directory))
        {
            throw new BadOptionException($"{name}: there is no directory '{directory}'.");
        }

        string? missing = Pictures.FullFiles.FirstOrDefault(file => !File.Exists(Path.Combine(directory, file)));
        return missing is null ? directory : throw new BadOptionException($"{name}: there is no {missing} in '{directory}'.");
    }

    // Found out now, not after minutes of training.
    private static string WritableFile(string name, string? value)
    {
        string path = Path.GetFullPath(Given(name, value));
        if (Directory.Exists(path))
        {
            throw new BadOptionException($"{name}: '{path}' is a directory.");
        }

        string? directory = Path.GetDirectoryName(path);
        return Directory.Exists(directory) ? path : throw new BadOptionException($"{name}: there is no directory '{directory}'.");
    }

    private static string Given(string name, string? value) =>
        string.IsNullOrEmpty(value) ? throw new BadOptionException($"{name} needs a value.") : value;
}

/// <summary>The command line can't be followed. The message is for the user.</summary>
internal sealed class BadOptionException(string message) : Exception(message);
