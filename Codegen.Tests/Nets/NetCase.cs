using System;
using System.IO;
using StaticNets.Codegen.App;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>A net of these tests, behind its name.</summary>
internal abstract class NetCase
{
    public abstract Type Type { get; }

    public string Name => Type.Name;

    /// <summary>Trains a new net on batches of different sizes.</summary>
    /// <returns>The bytes of the whole weight file.</returns>
    public abstract byte[] Train(int steps, int seed, TrainerOptions options);

    /// <summary>Calls everything that the generator emits for a net: a step, the inference forward pass, with its loss and without.</summary>
    public abstract void CallEverything();
}

/// <inheritdoc/>
internal sealed class NetCase<TNet>(Func<int, TNet> create) : NetCase
    where TNet : class, ITrainableNet<TNet>
{
    private static readonly int[] s_batchSizes = [33, 40, 1, 24, 7];

    public override Type Type => typeof(TNet);

    public override byte[] Train(int steps, int seed, TrainerOptions options)
    {
        TNet net = create(seed);
        using ITrainer trainer = net.CreateTrainer(options);
        for (int step = 0; step < steps; step++)
        {
            Step(trainer, s_batchSizes[step % s_batchSizes.Length], (uint)step);
        }

        using MemoryStream file = new();
        net.Save(file);
        return file.ToArray();
    }

    public override void CallEverything()
    {
        const int Count = 19;
        TNet net = create(1);
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = Count });
        Step(trainer, Count, seed: 1);
        int[] labels = GeneratedData.Labels(Count, seed: 2);
        float[] inputs = GeneratedData.Inputs(labels, TNet.Info.InputSize, seed: 2);
        float[] outputs = new float[Count * TNet.Info.OutputSize];
        net.ComputeLoss(new Batch { Count = Count, Inputs = inputs, Labels = labels }, outputs);
        net.Predict(inputs, outputs);
    }

    private static void Step(ITrainer trainer, int count, uint seed)
    {
        int[] labels = GeneratedData.Labels(count, seed);
        trainer.Step(new Batch { Count = count, Inputs = GeneratedData.Inputs(labels, TNet.Info.InputSize, seed), Labels = labels });
    }
}
