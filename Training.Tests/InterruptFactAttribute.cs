using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests;

/// <summary>
/// A test that interrupts a child. Skipped, with the reason, where this process was started with interrupts ignored, as in the background of a shell: its children would
/// not hear them either.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InterruptFactAttribute : FactAttribute
{
    private const ulong Interrupt = 1UL << (2 - 1);

    public InterruptFactAttribute() =>
        Skip = IsIgnored() ? "This process was started with SIGINT ignored, and so are its children." : null;

    private static bool IsIgnored()
    {
        const string Status = "/proc/self/status";
        const string Field = "SigIgn:";
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return line is not null && (ulong.Parse(line.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
