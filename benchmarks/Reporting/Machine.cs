using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using StaticNets.Execution;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    /// <param name="output">Where it is written.</param>
    /// <param name="peak">What one core can do at most, in GFLOP/s.</param>
    public static void Write(TextWriter output, double peak)
    {
        Assembly library = typeof(StaticNetAttribute).Assembly;
        string? version = library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        output.WriteLine($"StaticNets {version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
        output.WriteLine(FormattableString.Invariant($"{ProcessorName()}, {Environment.ProcessorCount} cores"));
        output.WriteLine(FormattableString.Invariant($"Multiply-add peak on {SimdWidth.Bits}-bit vectors: {peak:F1} GFLOP/s a core"));
    }

    /// <param name="output">Where it is written.</param>
    /// <param name="share">How busy the machine was with other work; null where that is not known.</param>
    public static void WriteLoad(TextWriter output, double? share)
    {
        const double Bearable = 0.05;
        if (share is double known)
        {
            string judgement = known > Bearable ? " That is too much: measure again on a quiet machine." : "";
            output.WriteLine(FormattableString.Invariant($"Other programs had {known:P0} of the cores' time meanwhile.{judgement}"));
        }
    }

    private static string ProcessorName()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(one => one.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
