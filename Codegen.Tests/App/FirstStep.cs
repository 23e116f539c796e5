using System;
using System.Diagnostics;
using System.Runtime;

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
            $"JIT: {JitInfo.GetCompiledMethodCount()} methods in {JitInfo.GetCompilationTime().TotalMilliseconds:0.0} ms"));
        Print("data", start, created);
        Print("net", created, initialized);
        Print("trainer", initialized, ready);
        Print("step", ready, end);
    }

    private static void Print(string what, long from, long to) =>
        Console.WriteLine(FormattableString.Invariant($"{what}: {Stopwatch.GetElapsedTime(from, to).TotalMilliseconds:0.0} ms"));
}
