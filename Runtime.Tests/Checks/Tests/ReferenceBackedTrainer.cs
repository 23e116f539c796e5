using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;
using StaticNets.Tests.Reference.Optimizers;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>A trainer over the reference, with Keras' update rules, on weights rounded to float.</summary>
internal sealed class ReferenceBackedTrainer(ReferenceBackedNet net, TrainerOptions options) : ITrainer
{
    private readonly ReferenceNet _plain = ReferenceNet.Of(net.Type);
    private readonly ReferenceOptimizer _optimizer = ReferenceOptimizer.Of(net.Type, net.Info.ParameterCount);
    private float[] _gradients = [];
    private float[] _outputs = [];
    private double[] _inputs = [];

    public NetInfo Info => net.Info;

    public int MaxBatchSize => options.MaxBatchSize;

    public ReadOnlySpan<float> Parameters => net.Parameters;

    public Span<float> Gradients => _gradients;

    public ReadOnlySpan<float> Outputs => _outputs;

    public float Penalty { get; private set; }

    public float LearningRate
    {
        get => (float)_optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    public long Iteration { get; set; }

    public long Updates { get; set; }

    public int SlotCount => 0;

    private Fault Fault => net.Fault;

    public Span<float> GetSlot(int slot) => [];

    public void SetParameters(ReadOnlySpan<float> parameters) => net.SetParameters(parameters);

    public float Step(Batch batch)
    {
        float loss = ComputeGradients(batch);
        ApplyGradients();
        return loss;
    }

    public float ComputeGradients(Batch batch)
    {
        ReferenceNet masked = ReferenceNet.Of(net.Type, DrawsOf(Iteration));
        double[] w = ReferenceBatch.Widen(net.Parameters);
        ReferenceBatch wide = ReferenceBackedNet.Widen(batch);
        if (Fault == Fault.SampleWeightsLost)
        {
            wide = wide with { SampleWeights = [] };
        }

        double scale = Fault == Fault.PenaltyHalved ? 0.5 * options.PenaltyScale : Fault == Fault.PenaltyLost ? 0 : options.PenaltyScale;
        _gradients = AddPenalty(masked.Gradient(w, wide, 0), w, scale);
        _outputs = ReferenceBackedNet.Narrow(masked.TrainingOutputs(w, wide.Inputs));
        Penalty = (float)(masked.Penalty(w, wide) * options.PenaltyScale);
        Iteration++;
        if (Fault == Fault.WrongGradient)
        {
            _gradients[^1] += 1e-4f * _gradients.Max(Math.Abs);
        }

        if (Fault == Fault.GradientDependsOnThreads && options.Threads == 3)
        {
            _gradients[0] = MathF.BitIncrement(_gradients[0]);
        }

        if (Fault == Fault.DropoutUnscaled)
        {
            _outputs[^1] *= 0.5f;
        }

        double loss = masked.MeanLoss(w, wide, training: true);
        return (float)(Fault == Fault.WrongTrainingLoss ? loss * 1.0001 : Fault == Fault.PenaltyInDataLoss ? loss + Penalty : loss);
    }

    public void Forward(Batch batch)
    {
        _inputs = ReferenceBatch.Widen(batch.Inputs);
        double[] w = ReferenceBatch.Widen(net.Parameters);
        _outputs = ReferenceBackedNet.Narrow(_plain.TrainingOutputs(w, _inputs));
        Penalty = (float)(_plain.Penalty(w, new ReferenceBatch(batch.Count, _inputs)) * options.PenaltyScale);
        Iteration++;
    }

    public void Backward(ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        (double[] dw, double[] dx) = _plain.Gradients(ReferenceBatch.Widen(net.Parameters), _inputs, ReferenceBatch.Widen(outputGradients));
        _gradients = ReferenceBackedNet.Narrow(dw);
        _gradients[^1] += Fault == Fault.WrongGradient ? 1e-3f * _gradients.Max(Math.Abs) : 0;
        dx[^1] += Fault == Fault.WrongInputGradient ? 1e-3 * dx.Max(Math.Abs) : 0;
        dx[0] *= Fault == Fault.GradientDependsOnThreads && options.Threads == 3 ? 1.00001 : 1;
        ReferenceBackedNet.Narrow(dx).CopyTo(inputGradients);
    }

    public void ApplyGradients()
    {
        Updates++;
        double[] w = ReferenceBatch.Widen(net.Parameters);
        _optimizer.Update(w, ReferenceBatch.Widen(_gradients));
        if (Fault == Fault.WeightsDependOnMaxBatchSize && options.MaxBatchSize > 13)
        {
            w[0] *= 1.0001;
        }

        if (Fault == Fault.UpdateTooSmall)
        {
            w[0] = ReferenceBatch.Widen(net.Parameters)[0];
        }

        ReferenceBackedNet.Narrow(w).CopyTo(net.Parameters);
    }

    public float ComputeLoss(Batch batch, Span<float> outputs) => net.ComputeLoss(batch, outputs);

    public void Dispose()
    {
    }

    /// <summary>Rounds the data gradient before it adds the penalty, as a tile's epilogue does.</summary>
    private float[] AddPenalty(double[] dataGradient, double[] w, double scale)
    {
        double[] sum = Array.ConvertAll(dataGradient, value => (double)(float)value);
        foreach (ReferenceTensor tensor in _plain.Tensors)
        {
            ReferencePenalty.AddGradient(tensor, w, scale, sum);
        }

        return ReferenceBackedNet.Narrow(sum);
    }

    private NoiseDraw DrawsOf(long iteration)
    {
        DropoutLayer? dropout = _plain.Nodes.Select(node => node.Layer).OfType<DropoutLayer>().SingleOrDefault();
        double rate = Fault == Fault.MaskOfOtherRate ? 0.4 : dropout?.Rate ?? 0;
        uint draw = Fault == Fault.MaskRepeats ? 0 : (uint)iteration;
        uint seed = (uint)options.Seed + (1000 * draw);
        return (layer, sample, place) => HashedValues.Value(seed, (uint)((sample * dropout!.OutputSize) + place), 1) + 0.5 >= rate ? 1 : 0;
    }
}
