using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets;

/// <summary>
/// Turns the weights of classes into weights of samples, as Keras does: by the label, the largest target, or a single target rounded. Of a
/// net with several losses each has weights of its own.
/// </summary>
internal sealed class ClassWeighting
{
    private readonly OutputClassWeighting[] _outputs;
    private readonly bool _ofSamples;
    private readonly int _columns;
    private readonly float[] _weights;

    private ClassWeighting(OutputClassWeighting[] outputs, bool ofSamples, int columns, int batchSize)
    {
        _outputs = outputs;
        _ofSamples = ofSamples;
        _columns = columns;
        _weights = SourceCheck.Buffer(batchSize, columns);
    }

    /// <returns>Null where there are none.</returns>
    /// <exception cref="ArgumentException">
    /// A class or an output is unknown, a weight is not finite, or a sample has more than one label.
    /// </exception>
    public static ClassWeighting? Create(NetInfo info, FitOptions options, int batchSize)
    {
        const string OfNet = "options.ClassWeight";
        const string OfOutputs = "options.OutputClassWeights";
        int[] trained = [.. Enumerable.Range(0, info.Outputs.Count).Where(output => info.Outputs[output].HasLoss)];
        if (options.ClassWeight is null)
        {
            return options.OutputClassWeights is not { Count: > 0 } ofOutputs
                ? null
                : new ClassWeighting(
                    [.. ofOutputs.Select(pair => new OutputClassWeighting(info, Find(pair.Key), pair.Value, OfOutputs, Find(pair.Key)))],
                    ofSamples: false,
                    info.Outputs.Count,
                    batchSize);
        }

        if (trained.Length > 1 || options.OutputClassWeights is not null)
        {
            throw new ArgumentException(
                $"{info.Name} has several outputs, each with classes of its own; weigh them by OutputClassWeights.", OfNet);
        }

        return new ClassWeighting(
            [new OutputClassWeighting(info, trained[0], options.ClassWeight, OfNet, column: 0)], ofSamples: true, columns: 1, batchSize);

        int Find(string name)
        {
            int index = info.Outputs.Count == 1 ? -1 : Array.FindIndex(trained, output => info.Outputs[output].Name == name);
            string there = info.Outputs.Count == 1
                ? "it has one, for ClassWeight"
                : string.Join(", ", trained.Select(output => info.Outputs[output].Name));
            return index >= 0
                ? trained[index]
                : throw new ArgumentException($"{info.Name} has no output '{name}' with a loss among several: {there}.", OfOutputs);
        }
    }

    /// <summary>The batch with its samples weighted. It is valid until the next call.</summary>
    public Batch Apply(Batch batch)
    {
        Span<float> weights = _weights.AsSpan(0, batch.Count * _columns);
        ReadOnlySpan<float> own = _ofSamples ? batch.SampleWeights : batch.OutputWeights;
        if (own.IsEmpty)
        {
            weights.Fill(1);
        }
        else if (own.Length == weights.Length)
        {
            own.CopyTo(weights);
        }
        else
        {
            return batch; // the trainer says what is wrong
        }

        foreach (OutputClassWeighting output in _outputs)
        {
            output.Multiply(batch, weights, _columns);
        }

        return new Batch
        {
            Count = batch.Count,
            Inputs = batch.Inputs,
            Labels = batch.Labels,
            Targets = batch.Targets,
            SampleWeights = _ofSamples ? weights : batch.SampleWeights,
            OutputWeights = _ofSamples ? batch.OutputWeights : weights,
        };
    }
}
