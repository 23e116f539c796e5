using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using StaticNets.Benchmarks.Cases;
using StaticNets.Benchmarks.Measuring;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>What a kernel takes in a step: the median over the steps.</summary>
internal sealed record KernelTime(KernelCall Call, int Count, double Microseconds);

/// <summary>Where the time of a step goes.</summary>
/// <param name="Microseconds">The median of whole steps, the update included.</param>
/// <param name="UpdateMicroseconds">The median of the optimizer's update; 0 for a prediction.</param>
/// <param name="RestMicroseconds">The median of what is neither update nor kernel.</param>
/// <param name="Kernels">The kernels that ran, in the order of the code.</param>
internal sealed record StepProfile(
    double Microseconds, double UpdateMicroseconds, double RestMicroseconds, IReadOnlyList<KernelTime> Kernels)
{
    private const double WarmUpSeconds = 1;
    private const double Seconds = 3;
    private const int FewestSteps = 20;

    public static StepProfile Training(InstrumentedNet instrumented, int batch, int threads)
    {
        using ITrainer trainer = instrumented.Net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = batch });
        SampleBatch samples = SampleBatch.Random(instrumented.Net.Info, batch);
        return Of(instrumented.Calls, () => trainer.ComputeGradients(samples.AsBatch()), trainer.ApplyGradients);
    }

    public static StepProfile Prediction(InstrumentedNet instrumented, int batch, int threads)
    {
        using Predictor predictor = instrumented.Net.CreatePredictor(new PredictorOptions { Threads = threads });
        SampleBatch samples = SampleBatch.Random(instrumented.Net.Info, batch);
        float[] outputs = new float[batch * instrumented.Net.Info.OutputSize];
        return Of(instrumented.Calls, () => predictor.Predict(samples.Inputs, outputs), update: null);
    }

    private static StepProfile Of(IReadOnlyList<KernelCall> calls, Action step, Action? update)
    {
        Measure(WarmUpSeconds, calls.Count, step, update);
        List<Step> steps = Measure(Seconds, calls.Count, step, update);
        IEnumerable<KernelTime> kernels = calls.Select(
            (call, i) => new KernelTime(call, steps[0].Calls[i].Count, Median.Of(steps.Select(one => one.Calls[i].Microseconds))));
        return new StepProfile(
            Median.Of(steps.Select(one => one.Microseconds + one.UpdateMicroseconds)),
            Median.Of(steps.Select(one => one.UpdateMicroseconds)),
            Median.Of(steps.Select(one => one.Microseconds - one.Calls.Sum(call => call.Microseconds))),
            [.. kernels.Where(kernel => kernel.Count > 0)]);
    }

    private static List<Step> Measure(double seconds, int calls, Action step, Action? update)
    {
        List<Step> steps = [];
        CallTimes.Take(new CallTime[calls]);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds || steps.Count < FewestSteps)
        {
            long before = Stopwatch.GetTimestamp();
            step();
            long between = Stopwatch.GetTimestamp();
            update?.Invoke();
            double updateMicroseconds = update is null ? 0 : Stopwatch.GetElapsedTime(between).TotalMicroseconds;
            CallTime[] times = new CallTime[calls];
            CallTimes.Take(times);
            steps.Add(new Step(Stopwatch.GetElapsedTime(before, between).TotalMicroseconds, updateMicroseconds, times));
        }

        return steps;
    }

    private sealed record Step(double Microseconds, double UpdateMicroseconds, CallTime[] Calls);
}
