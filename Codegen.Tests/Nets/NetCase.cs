using System;
using System.IO;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>A net of these tests, or of a sample, behind its name.</summary>
internal abstract class NetCase
{
    public abstract Type Type { get; }

    public string Name => Type.Name;

    /// <summary>The name together with that of the assembly, which tells the samples' nets apart.</summary>
    public string FullName => $"{Type.Assembly.GetName().Name}.{Name}";

    /// <summary>Trains a new net on batches of different sizes.</summary>
    /// <returns>The bytes of the whole weight file.</returns>
    public abstract byte[] Train(int steps, int seed, TrainerOptions options);

    /// <summary>Calls everything that the generator emits for a net: a step, its halves with gradients from outside, the inference pass with its loss, and without.</summary>
    public abstract void CallEverything();

    /// <summary>A training step and a prediction that can be repeated.</summary>
    /// <param name="threads">What the trainer has.</param>
    /// <param name="owner">The trainer.</param>
    public abstract Action CreateCall(int threads, out IDisposable owner);
}

/// <inheritdoc/>
internal sealed class NetCase<TNet> : NetCase
    where TNet : class, ITrainableNet<TNet>
{
    private const int Count = 19;

    private static readonly int[] s_batchSizes = [33, 40, 1, 24, 7];

    public override Type Type => typeof(TNet);

    public override byte[] Train(int steps, int seed, TrainerOptions options)
    {
        TNet net = TNet.Create(seed);
        using ITrainer trainer = net.CreateTrainer(options);
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(new GeneratedBatch(TNet.Info, s_batchSizes[step % s_batchSizes.Length], step).Batch);
        }

        using MemoryStream file = new();
        net.Save(file);
        return file.ToArray();
    }

    public override void CallEverything()
    {
        TNet net = TNet.Create(1);
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = Count });
        trainer.Step(new GeneratedBatch(TNet.Info, Count, seed: 1).Batch);
        trainer.Forward(new GeneratedBatch(TNet.Info, Count, seed: 1).Batch);
        trainer.Backward(trainer.Outputs);
        Batch batch = new GeneratedBatch(TNet.Info, Count, seed: 2).Batch;
        float[] outputs = new float[Count * TNet.Info.OutputSize];
        net.ComputeLoss(batch, outputs);
        net.Predict(batch.Inputs, outputs);
    }

    public override Action CreateCall(int threads, out IDisposable owner)
    {
        TNet net = TNet.Create(1);
        ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = Count });
        GeneratedBatch batch = new(TNet.Info, Count, seed: 1);
        float[] outputs = new float[Count * TNet.Info.OutputSize];
        owner = trainer;
        return () =>
        {
            trainer.Step(batch.Batch);
            net.Predict(batch.Batch.Inputs, outputs);
        };
    }
}
