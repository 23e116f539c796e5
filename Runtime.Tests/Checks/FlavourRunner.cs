using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using StaticNets.Tests.Shared.Jit;

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
        string log = Path.GetTempFileName();
        start.Environment["DOTNET_JitStdOutFile"] = log;
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
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
        IReadOnlyList<JittedMethod> jitted = JitSummary.Parse(File.ReadLines(log));
        File.Delete(log);
        return new FlavourResult(process.ExitCode, [.. lines], jitted);
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

/// <summary>How a child ended, what it wrote and what the JIT compiled in it.</summary>
internal sealed record FlavourResult(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<JittedMethod> Jitted)
{
    public string LastLine => Lines.Count == 0 ? "" : Lines[^1];

    public string Text => string.Join(Environment.NewLine, Lines.Append($"exit code {ExitCode}"));
}
