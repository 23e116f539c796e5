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
        output.WriteLine("  phase            kernel                                          us   share  GFLOP/s  of peak");
        foreach (CallTime time in profile.Calls)
        {
            string line = FormattableString.Invariant(
                $"  {time.Call.Phase,-15}  {time.Call.Method,-40}  {time.Microseconds,8:F1}  {time.Microseconds / profile.Microseconds,6:P1}");
            if (time.Call is { DoesDeclaredWork: true, Layer: { } layer })
            {
                double gigaflops = layer.PassFlops * batch / time.Microseconds / 1000;
                line += FormattableString.Invariant($"  {gigaflops,7:F1}  {gigaflops / peak,7:P0}");
            }

            output.WriteLine(line);
        }

        double rest = profile.Microseconds - profile.Calls.Sum(time => time.Microseconds);
        output.WriteLine(FormattableString.Invariant(
            $"  {"",-15}  {"(all else: update, penalty, copies, waits)",-40}  {rest,6:F1}  {rest / profile.Microseconds,6:P1}"));
        output.WriteLine();
    }
}
