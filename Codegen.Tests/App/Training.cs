using System;
using System.IO;

namespace StaticNets.Codegen.App;

/// <summary>A short training whose every result can be compared: losses and outputs are printed, the weights are saved.</summary>
internal static class Training<TNet>
    where TNet : class, ITrainableNet<TNet>
{
    private const int Steps = 20;
    private const int BatchSize = 32;
    private const int Predicted = 4;

    public static void Run(TNet net, string folder)
    {
        int[] labels = GeneratedData.Labels(BatchSize, seed: 1);
        float[] inputs = GeneratedData.Inputs(labels, TNet.Info.InputSize, seed: 2);
        float[] outputs = new float[Predicted * TNet.Info.OutputSize];
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2, MaxBatchSize = BatchSize, Seed = 7 });
        for (int step = 0; step < Steps; step++)
        {
            Print("loss", trainer.Step(new Batch { Count = BatchSize, Inputs = inputs, Labels = labels }));
        }

        net.Predict(inputs.AsSpan(0, Predicted * TNet.Info.InputSize), outputs);
        foreach (float output in outputs)
        {
            Print("output", output);
        }

        net.Save(Path.Combine(folder, TNet.Info.Name + ".safetensors"));
        PrintAllocated(trainer, inputs, labels);
    }

    private static void PrintAllocated(ITrainer trainer, float[] inputs, int[] labels)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int step = 0; step < Steps; step++)
        {
            trainer.Step(new Batch { Count = BatchSize, Inputs = inputs, Labels = labels });
        }

        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine(FormattableString.Invariant($"{TNet.Info.Name} allocated {bytes}"));
    }

    private static void Print(string what, float value) => Console.WriteLine(FormattableString.Invariant($"{TNet.Info.Name} {what} {value:R}"));
}
