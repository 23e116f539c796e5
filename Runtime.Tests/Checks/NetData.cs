using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Checks;

/// <summary>Weights and batches for any net: hashed, never symmetric, sized so that activations stay near 1.</summary>
internal static class NetData
{
    private const uint WeightSeed = 1000;
    private const uint InputSeed = 2000;
    private const uint TargetSeed = 3000;
    private const uint SampleWeightSeed = 4000;
    private const uint OutputSeed = 10_000;

    /// <summary>Relative to the largest value of the layer: some ten times what float rounds.</summary>
    private const double Margin = 3e-6;

    private const int Tries = 100;

    /// <summary>Kernels of variance 1 / fan-in; biases that are not 0, so that a lost one is seen.</summary>
    public static float[] Parameters(NetCase net)
    {
        float[] parameters = new float[net.Reference.ParameterCount];
        for (int t = 0; t < net.Reference.Tensors.Count; t++)
        {
            ReferenceTensor tensor = net.Reference.Tensors[t];
            float scale = tensor.Shape.Length == 1 ? 1 : (float)Math.Sqrt(12.0 / tensor.FanIn);
            for (int i = 0; i < tensor.Length; i++)
            {
                uint seed = WeightSeed + (uint)t;
                float value = net.WholeNumbers ? Whole(seed, i, 1) : HashedValues.Value(seed, (uint)i, scale);
                parameters[tensor.Offset + i] = tensor.IsPositive ? 1 + value : value;
            }
        }

        return parameters;
    }

    public static CheckBatch Batch(NetCase net, int count, uint variant = 0, bool weighted = false)
    {
        return new CheckBatch
        {
            Count = count,
            Inputs = Inputs(net, count, variant),
            Labels = Known(net, count, labels: true, (loss, seed) => Labels(loss, seed + variant, count * loss.KnownSize)),
            Targets = Known(net, count, labels: false, (loss, seed) => Targets(net, loss, count * loss.KnownSize, seed + variant)),
            SampleWeights = weighted ? [.. HashedValues.Array(SampleWeightSeed + variant, count, 1.5f).Select(value => value + 1)] : [],
        };
    }

    /// <summary>What the outputs are compared with, those of each sample together.</summary>
    private static T[] Known<T>(NetCase net, int count, bool labels, Func<OutputLoss, uint, T[]> values)
    {
        OutputLoss[] losses = [.. net.Reference.Losses.Where(loss => loss.TakesLabels == labels)];
        T[][] ofLosses = [.. losses.Select((loss, i) => values(loss, TargetSeed + (OutputSeed * (uint)i)))];
        return [.. Enumerable.Range(0, count).SelectMany(n => losses.SelectMany((loss, i) => ofLosses[i].Skip(n * loss.KnownSize).Take(loss.KnownSize)))];
    }

    /// <summary>A batch that decides every ReLU and maximum clearly, so that rounding may not send gradients elsewhere.</summary>
    public static CheckBatch ClearBatch(NetCase net, int count, bool weighted)
    {
        double[] parameters = ReferenceBatch.Widen(Parameters(net));
        for (uint variant = (uint)count; variant < count + Tries; variant++)
        {
            CheckBatch batch = Batch(net, count, variant, weighted);
            if (net.WholeNumbers || ReferenceMargin.Of(net.Reference, parameters, batch.Wide) >= Margin)
            {
                return batch;
            }
        }

        throw new CheckFailure($"{net}: no batch of {count} is clear.");
    }

    private static float[] Inputs(NetCase net, int count, uint variant)
    {
        int length = count * net.Reference.InputSize;
        float[] inputs = net.WholeNumbers
            ? [.. Enumerable.Range(0, length).Select(i => Whole(InputSeed + variant, i, 2))]
            : HashedValues.Array(InputSeed + variant, length, net.InputScale);
        foreach (IndexInput range in ReferenceIndexes.Of(net.Reference))
        {
            for (int i = 0; i < length; i++)
            {
                int place = (i % net.Reference.InputSize) - range.Offset;
                inputs[i] = place >= 0 && place < range.Length ? HashedValues.Label(InputSeed + variant, (uint)i, range.Limit) : inputs[i];
            }
        }

        return inputs;
    }

    private static int[] Labels(OutputLoss loss, uint seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => IsIgnored(loss, seed, i) ? loss.IgnoreClass!.Value : HashedValues.Label(seed, (uint)i, loss.Classes))];

    /// <summary>One label in three, where a class does not count.</summary>
    private static bool IsIgnored(OutputLoss loss, uint seed, int i) => loss.IgnoreClass is not null && HashedValues.Label(seed + 1, (uint)i, 3) == 0;

    private static float[] Targets(NetCase net, OutputLoss loss, int length, uint seed)
    {
        float[] values = net.WholeNumbers
            ? [.. Enumerable.Range(0, length).Select(i => Whole(seed, i, 4))]
            : HashedValues.Array(seed, length, 2);
        return loss.Loss switch
        {
            Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy => [.. values.Select(value => (value + 1) / 2)],
            Loss.Hinge or Loss.SquaredHinge => [.. values.Select(value => value > 0.3f ? 1f : value < -0.3f ? -1 : 0)],
            Loss.Poisson => [.. values.Select(value => value + 1)],
            Loss.CategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.KlDivergence => Distributions(values, loss.Classes),
            Loss.CategoricalHinge => OneHot(values, loss.Classes),
            _ => values,
        };
    }

    /// <summary>Rows that are 1 at their largest value.</summary>
    private static float[] OneHot(float[] values, int classes) =>
        [.. values.Chunk(classes).SelectMany(row => row.Select((_, k) => k == Array.IndexOf(row, row.Max()) ? 1f : 0))];

    /// <summary>Rows that are positive and add up to 1.</summary>
    private static float[] Distributions(float[] values, int classes)
    {
        float[] rows = [.. values.Select(value => value + 1.01f)];
        for (int row = 0; row < rows.Length; row += classes)
        {
            float sum = rows.Skip(row).Take(classes).Sum();
            for (int k = row; k < row + classes; k++)
            {
                rows[k] /= sum;
            }
        }

        return rows;
    }

    /// <summary>A whole number from -limit to limit.</summary>
    private static float Whole(uint seed, int index, int limit) => HashedValues.Label(seed, (uint)index, (2 * limit) + 1) - limit;
}
