using System;
using System.Linq;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>A net of a loaded assembly, with weights and values that look random.</summary>
internal abstract class RunningNet
{
    public static RunningNet Of(Type net) => (RunningNet)Activator.CreateInstance(typeof(RunningNet<>).MakeGenericType(net))!;

    public abstract NetInfo Info { get; }

    /// <summary>Predictions of samples, which may be fewer than the inputs hold.</summary>
    public abstract float[] Predict(ReadOnlySpan<float> inputs);

    /// <summary>Loss and gradients of a training step, and the outputs that it had.</summary>
    public abstract StepResult ComputeGradients(float[] inputs, float[] targets, TrainerOptions options);

    /// <summary>A plain function of the seed: values between -1 and 1.</summary>
    public static float[] Values(int seed, int length)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}

internal sealed record StepResult(float Loss, float[] Gradients, float[] Outputs);

internal sealed class RunningNet<TNet> : RunningNet
    where TNet : class, ITrainableNet<TNet>
{
    private readonly TNet _net = TNet.Create(0);

    public RunningNet() => _net.SetParameters(Values(1, TNet.Info.ParameterCount));

    public override NetInfo Info => TNet.Info;

    public override float[] Predict(ReadOnlySpan<float> inputs)
    {
        float[] outputs = new float[inputs.Length / TNet.Info.InputSize * TNet.Info.OutputSize];
        _net.Predict(inputs, outputs);
        return outputs;
    }

    public override StepResult ComputeGradients(float[] inputs, float[] targets, TrainerOptions options)
    {
        using ITrainer trainer = _net.CreateTrainer(options);
        float loss = trainer.ComputeGradients(new Batch { Count = inputs.Length / TNet.Info.InputSize, Inputs = inputs, Targets = targets });
        return new StepResult(loss, trainer.Gradients.ToArray(), trainer.Outputs.ToArray());
    }
}
