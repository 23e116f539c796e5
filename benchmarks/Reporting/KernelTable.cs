using System;
using System.IO;
using System.Linq;
using StaticNets.Benchmarks.Profiling;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>Where the time of a step goes, as text.</summary>
internal static class KernelTable
{
    /// <param name="output">Where it is written.</param>
    /// <param name="title">What ran.</param>
    /// <param name="profile">What it took.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="peak">What the threads can do at most together, in GFLOP/s.</param>
    public static void Write(TextWriter output, string title, StepProfile profile, int batch, double peak)
    {
        output.WriteLine(FormattableString.Invariant($"{title}: {profile.Microseconds:F1} us"));
        output.WriteLine("  phase            layer             kernel                              calls        us   share  GFLOP/s  of peak");

        // The medians of the parts: their sum is less than the whole's where something interrupted many a step.
        double sum = profile.Kernels.Sum(kernel => kernel.Microseconds) + profile.UpdateMicroseconds + profile.RestMicroseconds;
        foreach (KernelTime kernel in profile.Kernels)
        {
            WriteKernel(output, kernel, kernel.Microseconds / sum, batch, peak);
        }

        if (profile.UpdateMicroseconds > 0)
        {
            WriteOther(output, "ApplyGradients", "(the optimizer's update)", profile.UpdateMicroseconds, sum);
        }

        WriteOther(output, "", "(checks, copies, penalty, waits)", profile.RestMicroseconds, sum);
        output.WriteLine();
    }

    private static void WriteKernel(TextWriter output, KernelTime kernel, double share, int batch, double peak)
    {
        KernelCall call = kernel.Call;
        output.Write(FormattableString.Invariant($"  {call.Phase,-15}  {call.Layer?.Name,-16}  {call.Method,-34}  "));
        output.Write(FormattableString.Invariant($"{kernel.Count,5}  {kernel.Microseconds,8:F1}  {share,6:P1}"));
        if (call is { DoesDeclaredWork: true, Layer: { } layer })
        {
            double gigaflops = layer.PassFlops * batch / kernel.Microseconds / 1000;
            output.Write(FormattableString.Invariant($"  {gigaflops,7:F1}  {gigaflops / peak,7:P0}"));
        }

        output.WriteLine();
    }

    private static void WriteOther(TextWriter output, string phase, string what, double microseconds, double sum) =>
        output.WriteLine(FormattableString.Invariant(
            $"  {phase,-15}  {"",-16}  {what,-34}  {"",5}  {microseconds,8:F1}  {microseconds / sum,6:P1}"));
}
