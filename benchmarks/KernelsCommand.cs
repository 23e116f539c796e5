using System;
using System.Collections.Generic;
using StaticNets.Benchmarks.Cases;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Profiling;
using StaticNets.Benchmarks.Reporting;

namespace StaticNets.Benchmarks;

/// <summary>Times each emitted kernel of a net inside training steps and predictions, for whoever tunes it.</summary>
internal static class KernelsCommand
{
    /// <exception cref="BadOptionException">There is no such net.</exception>
    public static void Run(Options options)
    {
        DeclaredNet net = DeclaredNets.Find(options.Net);
        ForeignLoad load = new();
        double peak = Peak.MeasureGigaflops();
        Machine.Here(peak).Write(Console.Out);
        InstrumentedNet instrumented = InstrumentedNet.Compile(net);
        KernelTable.Write(
            Console.Out,
            FormattableString.Invariant($"{net.Name}, a training step, batch {options.Batch}, threads {options.Threads}"),
            StepProfile.Training(instrumented, options.Batch, options.Threads),
            options.Batch,
            peak * options.Threads);
        KernelTable.Write(
            Console.Out,
            FormattableString.Invariant($"{net.Name}, a prediction, batch {options.Batch}, threads {options.Threads}"),
            StepProfile.Prediction(instrumented, options.Batch, options.Threads),
            options.Batch,
            peak * options.Threads);
        Machine.WriteLoad(Console.Out, load.Share(childrenSeconds: 0));
    }
}
