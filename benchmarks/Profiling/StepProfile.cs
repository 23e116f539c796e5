using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using StaticNets.Benchmarks.Cases;
using StaticNets.Benchmarks.Measuring;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>What one call takes in a step.</summary>
internal sealed record CallTime(KernelCall Call, double Microseconds);

/// <summary>Where the time of a step goes.</summary>
/// <param name="Microseconds">The median of whole steps.</param>
/// <param name="Calls">The calls that took any, in the order of the code; the median of each.</param>
internal sealed record StepProfile(double Microseconds, IReadOnlyList<CallTime> Calls)
{
    private const double WarmUpSeconds = 1;
    private const double Seconds = 3;
    private const int FewestSteps = 20;

    public static StepProfile Training(InstrumentedNet instrumented, int batch, int threads)
    {
        using ITrainer trainer = instrumented.Net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = batch });
        SampleBatch samples = SampleBatch.Random(instrumented.Net.Info, batch);
        return Of(instrumented.Calls, () => trainer.Step(samples.AsBatch()));
    }

    public static StepProfile Prediction(InstrumentedNet instrumented, int batch, int threads)
    {
        using Predictor predictor = instrumented.Net.CreatePredictor(new PredictorOptions { Threads = threads });
        SampleBatch samples = SampleBatch.Random(instrumented.Net.Info, batch);
        float[] outputs = new float[batch * instrumented.Net.Info.OutputSize];
        return Of(instrumented.Calls, () => predictor.Predict(samples.Inputs, outputs));
    }

    private static StepProfile Of(IReadOnlyList<KernelCall> calls, Action step)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds)
        {
            step();
        }

        List<double> steps = [];
        List<double[]> times = [];
        CallTimes.Take(new double[calls.Count]);
        start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds || steps.Count < FewestSteps)
        {
            long before = Stopwatch.GetTimestamp();
            step();
            steps.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            times.Add(new double[calls.Count]);
            CallTimes.Take(times[^1]);
        }

        return new StepProfile(
            Median.Of(steps),
            [.. calls.Select((call, i) => new CallTime(call, Median.Of(times.Select(one => one[i])))).Where(call => call.Microseconds > 0)]);
    }
}
