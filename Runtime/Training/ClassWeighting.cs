using System;
using System.Linq;
using StaticNets.Metrics;
using static System.FormattableString;

namespace StaticNets;

/// <summary>Turns the weights of classes into weights of samples, as Keras does: by the label, or by the largest target.</summary>
internal sealed class ClassWeighting
{
    private readonly float[] _byClass;
    private readonly float[] _weights;
    private readonly int _classes;

    /// <exception cref="ArgumentException">A class is unknown, a weight is not finite, or a sample has more than one label.</exception>
    public ClassWeighting(NetInfo info, ClassWeights weights, int batchSize)
    {
        const string Argument = "options.ClassWeight";
        OutputInfo[] outputs = [.. info.Outputs.Where(output => output.HasLoss)];
        _classes = outputs[0].Classes;
        if (outputs.Length > 1)
        {
            throw new ArgumentException(
                $"{info.Name} has several outputs; class weights need one, as in Keras. Give the samples weights instead.", Argument);
        }

        if (outputs[0].Rows != 1)
        {
            throw new ArgumentException(
                $"{info.Name} has several rows of outputs a sample; class weights need one label a sample.", Argument);
        }

        _byClass = new float[Math.Max(2, _classes)];
        Array.Fill(_byClass, 1);
        foreach ((int label, double weight) in weights)
        {
            if ((uint)label >= (uint)_byClass.Length)
            {
                throw new ArgumentException(Invariant($"There is no class {label}; there are 0 to {_byClass.Length - 1}."), Argument);
            }

            _byClass[label] = float.IsFinite((float)weight)
                ? (float)weight
                : throw new ArgumentException(Invariant($"The weight of class {label} must be finite, but is {weight}."), Argument);
        }

        _weights = new float[batchSize];
    }

    /// <summary>The batch with its samples weighted. It is valid until the next call.</summary>
    public Batch Apply(Batch batch)
    {
        Span<float> weights = _weights.AsSpan(0, batch.Count);
        for (int n = 0; n < weights.Length; n++)
        {
            int label = Label(batch, n);
            float own = batch.SampleWeights.IsEmpty ? 1 : batch.SampleWeights[n];
            weights[n] = own * ((uint)label < (uint)_byClass.Length ? _byClass[label] : 1);
        }

        return new Batch
        {
            Count = batch.Count, Inputs = batch.Inputs, Labels = batch.Labels, Targets = batch.Targets, SampleWeights = weights,
        };
    }

    // A wrong length is left to the trainer, which says what is wrong.
    private int Label(Batch batch, int n)
    {
        if (!batch.Labels.IsEmpty)
        {
            return n < batch.Labels.Length ? batch.Labels[n] : 0;
        }

        if (batch.Targets.Length < (n + 1) * _classes)
        {
            return 0;
        }

        return _classes == 1 ? (int)batch.Targets[n] : ArgMax.Of(batch.Targets.Slice(n * _classes, _classes));
    }
}
