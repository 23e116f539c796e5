using System;
using System.Linq;
using StaticNets.Metrics;
using static System.FormattableString;

namespace StaticNets;

/// <summary>The weights of the classes of one output.</summary>
internal sealed class OutputClassWeighting
{
    private readonly NetInfo _info;
    private readonly OutputInfo _output;
    private readonly int _column;
    private readonly int _firstLabel;
    private readonly int _firstTarget;
    private readonly float[] _byClass;

    /// <param name="info">The net.</param>
    /// <param name="index">The number of the output.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="argument">What error messages call them.</param>
    /// <param name="column">Where its weight stands among those of a sample.</param>
    /// <exception cref="ArgumentException">A class is unknown, a weight is not finite, or a sample has more than one label.</exception>
    public OutputClassWeighting(NetInfo info, int index, ClassWeights weights, string argument, int column)
    {
        ArgumentNullException.ThrowIfNull(weights, argument);
        _info = info;
        _column = column;
        _output = info.Outputs[index];
        KnownLayout before = KnownLayout.Of([.. info.Outputs.Take(index)]);
        (_firstLabel, _firstTarget) = (before.LabelCount, before.TargetSize);
        if (_output.Rows != 1)
        {
            throw new ArgumentException(
                $"{info.Name} has several rows of outputs a sample; class weights need one label a sample.", argument);
        }

        _byClass = new float[Math.Max(2, _output.Classes)];
        Array.Fill(_byClass, 1);
        foreach ((int label, double weight) in weights)
        {
            if ((uint)label >= (uint)_byClass.Length)
            {
                throw new ArgumentException(Invariant($"There is no class {label}; there are 0 to {_byClass.Length - 1}."), argument);
            }

            _byClass[label] = float.IsFinite((float)weight)
                ? (float)weight
                : throw new ArgumentException(Invariant($"The weight of class {label} must be finite, but is {weight}."), argument);
        }
    }

    /// <param name="batch">The batch.</param>
    /// <param name="weights">What is multiplied: (samples, columns).</param>
    /// <param name="columns">The number of columns.</param>
    public void Multiply(Batch batch, Span<float> weights, int columns)
    {
        for (int n = 0; n < batch.Count; n++)
        {
            int label = Label(batch, n);
            weights[(n * columns) + _column] *= (uint)label < (uint)_byClass.Length ? _byClass[label] : 1;
        }
    }

    // A wrong length is left to the trainer, which says what is wrong.
    private int Label(Batch batch, int n)
    {
        if (_output.TakesLabels)
        {
            int place = (n * _info.LabelCount) + _firstLabel;
            return place < batch.Labels.Length ? batch.Labels[place] : -1;
        }

        int first = (n * _info.TargetSize) + _firstTarget;
        if (batch.Targets.Length < first + _output.Classes)
        {
            return -1;
        }

        ReadOnlySpan<float> targets = batch.Targets.Slice(first, _output.Classes);
        return targets.Length == 1 ? (int)MathF.Round(targets[0]) : ArgMax.Of(targets);
    }
}
