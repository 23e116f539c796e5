using System;
using System.Collections.Generic;
using System.Globalization;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Peers;

namespace StaticNets.Benchmarks.Cases;

/// <summary>Whole training steps and predictions.</summary>
internal static class NetCases
{
    /// <summary>A training step in both.</summary>
    public static BenchmarkCase Training<TNet>(DeclaredNet declared, Func<TNet> create, int batch, int threads)
        where TNet : class, ITrainableNet<TNet> => new()
    {
        Name = declared.Name + "-train",
        Batch = batch,
        Threads = threads,
        Flops = declared.TrainingFlops * batch,
        CreateOurs = () => OurTraining(create(), batch, threads),
        Peer = PeerKind.PyTorch,
        CreatePeer = pool =>
        {
            PeerProcess process = pool.Get(PeerKind.PyTorch, threads);
            string note = process.Ask(string.Create(CultureInfo.InvariantCulture, $"train {declared.Name} {batch}"), "ready");
            return (new PeerContender(process), note);
        },
    };

    private static OurContender OurTraining<TNet>(TNet net, int batch, int threads)
        where TNet : class, ITrainableNet<TNet>
    {
        ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = batch });
        SampleBatch samples = SampleBatch.Random(TNet.Info, batch);
        return new OurContender(() => trainer.Step(samples.AsBatch()), trainer);
    }
}
