using System;
using System.Globalization;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Peers;

namespace StaticNets.Benchmarks.Cases;

/// <summary>Whole training steps and predictions.</summary>
internal static class NetCases
{
    private const string OneThread = "ours on 1 thread";

    /// <summary>A training step in both: forward pass, loss, penalty, backward pass, update.</summary>
    public static BenchmarkCase Training<TNet>(DeclaredNet declared, Func<TNet> create, int batch, int threads)
        where TNet : class, ITrainableNet<TNet> => new()
    {
        Name = declared.Name + "-train",
        Batch = batch,
        Threads = threads,
        Flops = declared.TrainingFlops * batch,
        Traffic = Traffic.OfTraining(TNet.Info, batch),
        CreateOurs = () => OurTraining(create(), batch, threads),
        Peer = PeerKind.PyTorch.Name,
        CreatePeer = pool =>
        {
            string command = FormattableString.Invariant($"train {declared.Name} {batch}");
            (PeerProcess process, string note) = pool.PrepareFastest(PeerKind.PyTorch, threads, command);
            return (new PeerContender(process), note + UnequalWeights(process, declared, TNet.Info.TrainableCount));
        },
    };

    /// <summary>The same beside what a .NET program would otherwise train with.</summary>
    public static BenchmarkCase TrainingInDotnet<TNet>(DeclaredNet declared, Func<TNet> create, int batch)
        where TNet : class, ITrainableNet<TNet> => Training(declared, create, batch, threads: 1) with
    {
        Name = declared.Name + "-train-dotnet",
        Peer = PeerKind.TorchSharp.Name,
        CreatePeer = pool =>
        {
            PeerProcess process = pool.Get(PeerKind.TorchSharp, threads: 1);
            process.Ask(FormattableString.Invariant($"train {declared.Name} {batch}"), "ready");
            return (new PeerContender(process), UnequalWeights(process, declared, TNet.Info.TrainableCount).TrimStart(',', ' '));
        },
    };

    /// <summary>A prediction in both.</summary>
    public static BenchmarkCase Prediction<TNet>(DeclaredNet declared, Func<TNet> create, int batch, int threads)
        where TNet : class, ITrainableNet<TNet> => new()
    {
        Name = declared.Name + "-predict",
        Batch = batch,
        Threads = threads,
        Flops = declared.PredictionFlops * batch,
        Traffic = Traffic.OfPrediction(TNet.Info, batch),
        CreateOurs = () => OurPrediction(create(), batch, threads),
        Peer = PeerKind.OnnxRuntime.Name,
        CreatePeer = pool =>
        {
            PeerProcess process = pool.Get(PeerKind.OnnxRuntime, threads);
            string note = process.Ask($"predict {pool.Models.Export(declared.Name, batch)}", "ready");
            return (new PeerContender(process), note);
        },
    };

    /// <summary>A training step of ours on two threads beside the same on one.</summary>
    public static BenchmarkCase TrainingThreads<TNet>(DeclaredNet declared, Func<TNet> create, int batch)
        where TNet : class, ITrainableNet<TNet> => Training(declared, create, batch, threads: 2) with
    {
        Name = declared.Name + "-train-threads",
        Peer = OneThread,
        CreatePeer = _ => (OurTraining(create(), batch, threads: 1), ""),
    };

    /// <summary>A prediction of ours on two threads beside the same on one.</summary>
    public static BenchmarkCase PredictionThreads<TNet>(DeclaredNet declared, Func<TNet> create, int batch)
        where TNet : class, ITrainableNet<TNet> => Prediction(declared, create, batch, threads: 2) with
    {
        Name = declared.Name + "-predict-threads",
        Peer = OneThread,
        CreatePeer = _ => (OurPrediction(create(), batch, threads: 1), ""),
    };

    // Said, so that no net differs by mistake from the one that it is compared with.
    private static string UnequalWeights(PeerProcess process, DeclaredNet declared, int ours)
    {
        int theirs = int.Parse(process.Ask($"weights {declared.Name}", "weights"), CultureInfo.InvariantCulture);
        return theirs == ours ? "" : FormattableString.Invariant($", {theirs} weights, ours {ours}");
    }

    private static OurContender OurTraining<TNet>(TNet net, int batch, int threads)
        where TNet : class, ITrainableNet<TNet>
    {
        ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = threads, MaxBatchSize = batch });
        SampleBatch samples = SampleBatch.Random(TNet.Info, batch);
        return new OurContender(() => trainer.Step(samples.AsBatch()), trainer);
    }

    private static OurContender OurPrediction<TNet>(TNet net, int batch, int threads)
        where TNet : class, IStaticNet<TNet>
    {
        float[] inputs = SampleBatch.Random(TNet.Info, batch).Inputs;
        float[] outputs = new float[batch * TNet.Info.OutputSize];
        if (threads == 1)
        {
            return new OurContender(() => net.Predict(inputs, outputs));
        }

        Predictor predictor = net.CreatePredictor(new PredictorOptions { Threads = threads });
        return new OurContender(() => predictor.Predict(inputs, outputs), predictor);
    }
}
