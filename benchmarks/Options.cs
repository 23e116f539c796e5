using System;
using System.Collections.Generic;

namespace StaticNets.Benchmarks;

/// <summary>What the user asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        Usage: Benchmarks peers [--case PREFIX] [--json FILE]
          --case PREFIX  only the cases whose names begin so
          --json FILE    writes the rows to a file as well
        """;

    public string CasePrefix { get; private init; } = "";

    public string? JsonFile { get; private init; }

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
                "--json" => options with { JsonFile = value },
                string name => throw new BadOptionException($"'{name}' is not an option."),
            };
        }

        return options;
    }
}

/// <summary>The command line can't be followed. The message is for the user.</summary>
internal sealed class BadOptionException(string message) : Exception(message);
