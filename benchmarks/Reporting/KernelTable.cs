using System;
using System.IO;
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
        output.WriteLine("  phase            kernel                                     calls        us   share  GFLOP/s  of peak");
        double rest = profile.Microseconds - profile.UpdateMicroseconds;
        foreach (KernelTime kernel in profile.Kernels)
        {
            rest -= kernel.Microseconds;
            string rate = "";
            if (kernel.Call is { DoesDeclaredWork: true, Layer: { } layer })
            {
                double gigaflops = layer.PassFlops * batch / kernel.Microseconds / 1000;
                rate = FormattableString.Invariant($"  {gigaflops,7:F1}  {gigaflops / peak,7:P0}");
            }

            WriteLine(output, profile, kernel.Call.Phase, kernel.Call.Method, kernel.Count, kernel.Microseconds, rate);
        }

        if (profile.UpdateMicroseconds > 0)
        {
            WriteLine(output, profile, "ApplyGradients", "(the optimizer's update)", 1, profile.UpdateMicroseconds);
        }

        WriteLine(output, profile, "", "(all else: checks, copies, penalty, waits)", 1, rest);
        output.WriteLine();
    }

    private static void WriteLine(
        TextWriter output, StepProfile profile, string phase, string kernel, int calls, double microseconds, string rate = "") =>
        output.WriteLine(FormattableString.Invariant(
            $"  {phase,-15}  {kernel,-42}  {calls,5}  {microseconds,8:F1}  {microseconds / profile.Microseconds,6:P1}{rate}"));
}
