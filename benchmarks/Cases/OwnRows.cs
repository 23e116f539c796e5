using System;
using System.Collections.Generic;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Reporting;

namespace StaticNets.Benchmarks.Cases;

/// <summary>The rows that are about ours alone.</summary>
internal static class OwnRows
{
    private const int Batch = 128;
    private const int Threads = 2;

    /// <summary>The rows by name, each measured when asked for.</summary>
    /// <param name="aotProgram">A program compiled ahead of time that does what <see cref="Startup.RunChild"/> does, or null.</param>
    public static IEnumerable<(string Name, Func<Row> Measure)> All(string? aotProgram)
    {
        yield return ("cnn-train-allocated", () => Allocated(NetCases.Training(DeclaredNets.Cnn, CreateCnn, Batch, Threads)));
        yield return ("cnn-predict-allocated", () => Allocated(NetCases.Prediction(DeclaredNets.Cnn, CreateCnn, Batch, Threads)));
        yield return ("startup", () => Started("startup", "process start to the return of the first step, JIT", Startup.MeasureJit()));
        if (aotProgram is not null)
        {
            yield return ("startup-aot", () => Started("startup-aot", "the same, compiled ahead of time", Startup.Measure(aotProgram, [])));
        }
    }

    private static CnnNet CreateCnn() => new(seed: 1);

    private static Row Allocated(BenchmarkCase benchmark)
    {
        using IContender ours = benchmark.CreateOurs();
        double bytes = Allocations.Measure(ours);
        return new Row
        {
            Case = benchmark.Name + "-allocated",
            Batch = benchmark.Batch,
            Threads = benchmark.Threads,
            AllocatedBytes = bytes,
            Note = FormattableString.Invariant($"{bytes:0.##} bytes allocated in a warm run, on all threads"),
        };
    }

    private static Row Started(string name, string note, double microseconds) => new()
    {
        Case = name,
        Batch = Startup.Batch,
        Threads = 1,
        OursMicroseconds = microseconds,
        Note = note,
    };
}
