using System;
using System.Linq;

namespace StaticNets.Training.Tests.Updates;

/// <summary>What the options do between gradients and weights, one number at a time in double, for SGD with momentum.</summary>
internal sealed class ScalarUpdate(NetInfo info, TrainingOptions options, double learningRate, double momentum)
{
    private readonly double[] _velocity = new double[info.ParameterCount];
    private readonly double[] _sums = new double[info.ParameterCount];
    private int _count;
    private long _batches;

    public double[] Average { get; private set; } = [];

    public void Apply(double[] w, double[] g)
    {
        foreach (TensorInfo tensor in info.Tensors.Where(tensor => tensor.IsTrainable))
        {
            for (int i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
            {
                _sums[i] += g[i];
            }
        }

        if (++_count == options.GradientAccumulationSteps)
        {
            double[] mean = [.. _sums.Select(sum => sum / _count)];
            Clip(mean);
            for (int i = 0; i < w.Length; i++)
            {
                _velocity[i] = (momentum * _velocity[i]) - (learningRate * mean[i]);
                w[i] += _velocity[i];
            }

            Array.Clear(_sums);
            _count = 0;
        }

        if (options.UseEma)
        {
            // As in Keras' base_optimizer.py: after every batch, but by the number of updates.
            long iterations = _batches / options.GradientAccumulationSteps;
            Average = iterations == 0
                ? (double[])w.Clone()
                : [.. w.Zip(Average, (value, average) => (options.EmaMomentum * average) + ((1 - options.EmaMomentum) * value))];
            if (options.EmaOverwriteFrequency is int frequency && (iterations + 1) % frequency == 0)
            {
                Average.CopyTo(w, 0);
            }
        }

        _batches++;
    }

    private void Clip(double[] g)
    {
        if (options.ClipValue is double value)
        {
            for (int i = 0; i < g.Length; i++)
            {
                g[i] = Math.Clamp(g[i], -value, value);
            }
        }

        foreach (TensorInfo tensor in info.Tensors)
        {
            if (options.ClipNorm is double norm)
            {
                Shrink(g.AsSpan(tensor.Offset, tensor.Length), norm);
            }
        }

        if (options.GlobalClipNorm is double all)
        {
            Shrink(g, all);
        }
    }

    private static void Shrink(Span<double> g, double norm)
    {
        double squares = 0;
        foreach (double value in g)
        {
            squares += value * value;
        }

        foreach (ref double value in g)
        {
            value *= norm / Math.Max(Math.Sqrt(squares), norm);
        }
    }
}
