using System;
using System.Diagnostics;

namespace StaticNets.Codegen.App;

/// <summary>What a user waits for: from the process' start to the return of the first step. The CNN, batch 32, one thread.</summary>
internal static class FirstStep
{
    private const int BatchSize = 32;

    public static void Run()
    {
        long start = Stopwatch.GetTimestamp();
        int[] labels = GeneratedData.Labels(BatchSize, seed: 1);
        float[] inputs = GeneratedData.Inputs(labels, DigitNet.InputSize, seed: 2);
        long created = Stopwatch.GetTimestamp();
        DigitNet net = new(seed: 42);
        long initialized = Stopwatch.GetTimestamp();
        using DigitNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = BatchSize });
        long ready = Stopwatch.GetTimestamp();
        float loss = trainer.Step(inputs, labels);
        long end = Stopwatch.GetTimestamp();

        // Whoever started the process times this line.
        Console.WriteLine(FormattableString.Invariant($"first step done, loss {loss:R}"));
        Console.WriteLine(FormattableString.Invariant(
            $"of Main's time: data {Milliseconds(start, created)}, net {Milliseconds(created, initialized)}, trainer {Milliseconds(initialized, ready)}, step {Milliseconds(ready, end)} ms"));
    }

    private static string Milliseconds(long from, long to) => FormattableString.Invariant($"{Stopwatch.GetElapsedTime(from, to).TotalMilliseconds:0.0}");
}
