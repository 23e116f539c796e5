using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Benchmarks.Cases;
using StaticNets.Benchmarks.Measuring;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>Our side where one pass of one layer is measured: steps run, and what the pass' kernels took in them is added up.</summary>
internal sealed class PassContender : IContender
{
    private readonly ITrainer _trainer;
    private readonly SampleBatch _samples;
    private readonly int[] _calls;
    private readonly CallTime[] _times;

    public PassContender(InstrumentedNet instrumented, DeclaredLayer layer, LayerPass pass, int batch, int threads)
    {
        _trainer = instrumented.Net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = batch });
        _samples = SampleBatch.Random(instrumented.Net.Info, batch);
        _times = new CallTime[instrumented.Calls.Count];
        var calls = instrumented.Calls.Index().Where(call => call.Item.Layer == layer && call.Item.Pass == pass).ToList();
        if (!calls.Exists(call => call.Item.DoesDeclaredWork))
        {
            throw new InvalidOperationException($"No kernel of {layer.Name} was recognized as its {pass}: see {nameof(KernelCall)}.");
        }

        _calls = [.. calls.Select(call => call.Index)];
    }

    public double Run(int warm, int count)
    {
        for (int i = 0; i < warm; i++)
        {
            _trainer.Step(_samples.AsBatch());
        }

        CallTimes.Take(_times);
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            _trainer.Step(_samples.AsBatch());
            CallTimes.Take(_times);
            total += _calls.Sum(call => _times[call].Microseconds);
        }

        return total / count;
    }

    public void Dispose() => _trainer.Dispose();
}
