using System;
using System.Collections.Generic;

namespace StaticNets.Tests;

/// <summary>Plain SGD for <see cref="LinearNet"/>. It keeps what it was given, so that tests can look.</summary>
internal sealed class LinearTrainer(LinearNet net, TrainerOptions options) : ITrainer
{
    private readonly float[] _gradients = new float[LinearNet.Info.ParameterCount];
    private readonly float[] _outputs = new float[options.MaxBatchSize * LinearNet.OutputSize];
    private int _count;

    public NetInfo Info => LinearNet.Info;

    public int MaxBatchSize => options.MaxBatchSize;

    public ReadOnlySpan<float> Parameters => net.Parameters;

    public Span<float> Gradients => _gradients;

    public ReadOnlySpan<float> Outputs => _outputs.AsSpan(0, _count * LinearNet.OutputSize);

    public float Penalty { get; private set; }

    public float LearningRate { get; set; } = (float)(options.LearningRate ?? 0.5);

    public long Iteration { get; set; }

    public long Updates { get; set; }

    public int SlotCount => 0;

    public bool Disposed { get; private set; }

    public int LossCalls { get; private set; }

    /// <summary>The sizes of the batches that came; filled up to its capacity only, so that it allocates nothing.</summary>
    public List<int> BatchSizes { get; } = new(1000);

    public List<float> FirstInputs { get; } = new(1000);

    /// <summary>Called in each step before the update.</summary>
    public Action? OnStep { get; set; }

    public void SetParameters(ReadOnlySpan<float> parameters) => net.SetParameters(parameters);

    public float Step(Batch batch)
    {
        float loss = ComputeGradients(batch);
        ApplyGradients();
        return loss;
    }

    public float ComputeGradients(Batch batch)
    {
        if (batch.Count > MaxBatchSize)
        {
            throw new ArgumentException("The batch is too large.");
        }

        if (BatchSizes.Count < BatchSizes.Capacity)
        {
            BatchSizes.Add(batch.Count);
            FirstInputs.Add(batch.Inputs[0]);
        }

        Iteration++;
        _count = batch.Count;
        float loss = net.ComputeLoss(batch, _outputs);
        Array.Clear(_gradients);
        const int Kernel = LinearNet.InputSize * LinearNet.OutputSize;
        for (int n = 0; n < batch.Count; n++)
        {
            for (int o = 0; o < LinearNet.OutputSize; o++)
            {
                float dy = (_outputs[(n * LinearNet.OutputSize) + o] - (batch.Labels[n] == o ? 1 : 0)) / batch.Count;
                _gradients[Kernel + o] += dy;
                for (int i = 0; i < LinearNet.InputSize; i++)
                {
                    _gradients[(i * LinearNet.OutputSize) + o] += dy * batch.Inputs[(n * LinearNet.InputSize) + i];
                }
            }
        }

        Penalty = 0;
        for (int i = 0; i < Kernel; i++)
        {
            float w = net.Parameters[i];
            Penalty += (float)options.PenaltyScale * LinearNet.L2 * w * w;
            _gradients[i] += (float)options.PenaltyScale * 2 * LinearNet.L2 * w;
        }

        OnStep?.Invoke();
        return loss;
    }

    public void ApplyGradients()
    {
        Updates++;
        for (int i = 0; i < _gradients.Length; i++)
        {
            net.Parameters[i] -= LearningRate * _gradients[i];
        }
    }

    public float ComputeLoss(Batch batch, Span<float> outputs)
    {
        LossCalls++;
        return net.ComputeLoss(batch, outputs);
    }

    public Span<float> GetSlot(int slot) => throw new ArgumentOutOfRangeException(nameof(slot));

    public void Dispose() => Disposed = true;
}
