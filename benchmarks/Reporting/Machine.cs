using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using StaticNets.Execution;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">How many there are.</param>
/// <param name="VectorBits">How wide the vectors are that the kernels use.</param>
/// <param name="Peak">What one core can do at most, in GFLOP/s.</param>
/// <param name="Library">The version of StaticNets.</param>
internal sealed record Machine(string Processor, int Cores, int VectorBits, double Peak, string Library)
{
    /// <summary>The vectors' name, by which tables of different machines are told apart.</summary>
    public string Kind => (RuntimeInformation.ProcessArchitecture, VectorBits) switch
    {
        (Architecture.Arm64, _) => "Arm64",
        (_, 512) => "AVX-512",
        (_, 256) => "AVX2",
        _ => "SSE",
    };

    public string Runtime { get; } = RuntimeInformation.FrameworkDescription;

    public string Platform { get; } = RuntimeInformation.OSDescription;

    public static Machine Here(double peak) => new(
        ProcessorName(),
        Environment.ProcessorCount,
        SimdWidth.Bits,
        peak,
        typeof(StaticNetAttribute).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    public void Write(TextWriter output)
    {
        output.WriteLine($"StaticNets {Library}, {Runtime}, {Platform}");
        output.WriteLine(FormattableString.Invariant($"{Processor}, {Kind}, {Cores} cores"));
        output.WriteLine(FormattableString.Invariant($"Multiply-add peak on {VectorBits}-bit vectors: {Peak:F1} GFLOP/s a core"));
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
