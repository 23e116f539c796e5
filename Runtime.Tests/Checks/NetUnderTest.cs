using System;

namespace StaticNets.Tests.Checks;

/// <summary>A prediction of any number of samples.</summary>
internal delegate void PredictCall(ReadOnlySpan<float> inputs, Span<float> outputs);

/// <summary>What the checks need of a net, without its type.</summary>
internal abstract class NetUnderTest
{
    public abstract NetInfo Info { get; }

    public abstract Span<float> Parameters { get; }

    public abstract void SetParameters(ReadOnlySpan<float> parameters);

    public abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract PredictCall CreatePredictor(int threads, out IDisposable owner);

    public abstract ITrainer CreateTrainer(TrainerOptions options);

    /// <summary>The same of a net that may have no loss.</summary>
    public virtual IGradientTrainer CreateGradientTrainer(TrainerOptions options) => CreateTrainer(options);

    public abstract float ComputeLoss(Batch batch, Span<float> outputs);

    public virtual float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses) => outputLosses[0] = ComputeLoss(batch, outputs);
}
