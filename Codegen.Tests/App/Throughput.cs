using System;
using System.Diagnostics;

namespace StaticNets.Codegen.App;

/// <summary>The time of a warm training step: batch 32, one thread. The best of many, since whatever else runs only makes one slower.</summary>
internal static class Throughput<TNet>
    where TNet : class, ITrainableNet<TNet>
{
    private const int BatchSize = 32;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_measured = TimeSpan.FromMilliseconds(500);

    public static void Run(TNet net)
    {
        int[] labels = GeneratedData.Labels(BatchSize, seed: 1);
        float[] inputs = GeneratedData.Inputs(labels, TNet.Info.InputSize, seed: 2);
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = BatchSize });
        Best(trainer, inputs, labels, s_warmUp);
        double microseconds = Best(trainer, inputs, labels, s_measured).TotalMicroseconds;
        Console.WriteLine(FormattableString.Invariant($"{TNet.Info.Name} step {microseconds:0.0} us"));
    }

    private static TimeSpan Best(ITrainer trainer, float[] inputs, int[] labels, TimeSpan duration)
    {
        TimeSpan best = TimeSpan.MaxValue;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            long begin = Stopwatch.GetTimestamp();
            trainer.Step(new Batch { Count = BatchSize, Inputs = inputs, Labels = labels });
            TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }
}
