using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace StaticNets.Tests.Checks;

/// <summary>Starts child processes of this assembly.</summary>
internal static class FlavourRunner
{
    public static FlavourResult Run(Flavour flavour, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(FlavourRunner).Assembly.Location, "--flavour", flavour.Name, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in flavour.Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        List<string> lines = [];
        process.ErrorDataReceived += (_, line) => Add(lines, line.Data);
        process.OutputDataReceived += (_, line) => Add(lines, line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        process.WaitForExit();
        return new FlavourResult(process.ExitCode, [.. lines]);
    }

    private static void Add(List<string> lines, string? line)
    {
        lock (lines)
        {
            if (!string.IsNullOrEmpty(line))
            {
                lines.Add(line);
            }
        }
    }
}

/// <summary>How a child ended and what it wrote.</summary>
internal sealed record FlavourResult(int ExitCode, IReadOnlyList<string> Lines)
{
    public string LastLine => Lines.Count == 0 ? "" : Lines[^1];

    public string Text => string.Join(Environment.NewLine, Lines.Append($"exit code {ExitCode}"));
}
