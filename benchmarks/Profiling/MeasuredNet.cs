using System;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>A net whose class is known at run time only.</summary>
internal abstract class MeasuredNet
{
    public abstract NetInfo Info { get; }

    public abstract ITrainer CreateTrainer(TrainerOptions options);

    public abstract Predictor CreatePredictor(PredictorOptions options);
}

/// <inheritdoc/>
internal sealed class MeasuredNet<TNet>(TNet net) : MeasuredNet
    where TNet : class, ITrainableNet<TNet>
{
    public override NetInfo Info => TNet.Info;

    public override ITrainer CreateTrainer(TrainerOptions options) => net.CreateTrainer(options);

    public override Predictor CreatePredictor(PredictorOptions options) => net.CreatePredictor(options);
}
