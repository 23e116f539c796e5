using System;
using System.Numerics.Tensors;

namespace StaticNets.Execution;

/// <summary>Clips gradients by value, by the norm of each tensor or by the norm of all of them, as Keras does.</summary>
internal sealed class GradientClipping
{
    private readonly GradientBlocks _blocks;
    private readonly float? _value;
    private readonly float? _norm;
    private readonly float? _globalNorm;
    private readonly double[] _sums;
    private readonly float[] _scales;

    public GradientClipping(GradientBlocks blocks, int tensors, TrainingOptions options)
    {
        _blocks = blocks;
        _value = (float?)options.ClipValue;
        _norm = (float?)options.ClipNorm;
        _globalNorm = (float?)options.GlobalClipNorm;
        _sums = NeedsNorms ? new double[blocks.Count] : [];
        _scales = NeedsNorms ? new float[tensors] : [];
    }

    /// <summary>Whether it clips at all.</summary>
    public bool IsOn => _value is not null || NeedsNorms;

    /// <summary>Whether all gradients must be seen before the first one is clipped.</summary>
    public bool NeedsNorms => _norm is not null || _globalNorm is not null;

    /// <summary>Sums the squares of one block.</summary>
    public void Measure(int block, ReadOnlySpan<float> g) => _sums[block] = SpanSums.OfSquares(g);

    /// <summary>Turns the sums into one factor for each tensor, on one thread.</summary>
    public void ComputeScales()
    {
        double all = 0;
        for (int block = 0; block < _blocks.Count;)
        {
            int tensor = _blocks[block].Tensor;
            double sum = 0;
            for (; block < _blocks.Count && _blocks[block].Tensor == tensor; block++)
            {
                sum += _sums[block];
            }

            all += sum;
            if (_norm is float norm)
            {
                _scales[tensor] = Scale(sum, norm);
            }
        }

        if (_globalNorm is float globalNorm)
        {
            // As in Keras: where the norm is not finite all gradients become NaN, so that it does not go unseen.
            Array.Fill(_scales, double.IsFinite(all) ? Scale(all, globalNorm) : float.NaN);
        }
    }

    /// <summary>Clips one block in place.</summary>
    public void Apply(int block, Span<float> g)
    {
        if (_value is float value)
        {
            TensorPrimitives.Clamp(g, -value, value, g);
        }
        else if (_scales[_blocks[block].Tensor] is float scale && scale != 1)
        {
            TensorPrimitives.Multiply(g, scale, g);
        }
    }

    // Exactly 1 where nothing is to be clipped.
    private static float Scale(double squares, float norm) => (float)(norm / Math.Max(Math.Sqrt(squares), norm));
}
