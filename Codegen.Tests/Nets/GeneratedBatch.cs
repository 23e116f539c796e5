using System;
using System.Linq;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>Random samples of what a net reads, with what its losses compare its outputs with.</summary>
internal sealed class GeneratedBatch
{
    private readonly int _count;
    private readonly float[] _inputs;
    private readonly float[] _targets;
    private readonly int[] _labels;

    /// <param name="info">The net.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="seed">Decides all values.</param>
    public GeneratedBatch(NetInfo info, int count, int seed)
    {
        Random random = new(seed);
        _count = count;
        _inputs = Floats(random, count * info.InputSize);
        _targets = Floats(random, count * info.TargetSize);
        _labels = [.. Enumerable.Range(0, count).SelectMany(_ => info.Outputs.Where(output => output.TakesLabels))
            .SelectMany(output => Enumerable.Range(0, output.Rows).Select(_ => random.Next(output.Classes)))];
        foreach (IndexInput indexes in info.IndexInputs)
        {
            for (int n = 0; n < count; n++)
            {
                foreach (ref float index in _inputs.AsSpan((n * info.InputSize) + indexes.Offset, indexes.Length))
                {
                    index = random.Next(indexes.Limit);
                }
            }
        }
    }

    public Batch Batch => new() { Count = _count, Inputs = _inputs, Targets = _targets, Labels = _labels };

    private static float[] Floats(Random random, int length)
    {
        float[] values = new float[length];
        foreach (ref float value in values.AsSpan())
        {
            value = random.NextSingle();
        }

        return values;
    }
}
