using System;

namespace StaticNets.Metrics;

/// <summary>What the outputs of a batch should have been, whether it is given as labels or as targets.</summary>
internal readonly ref struct Truth(Batch batch, int classes)
{
    private readonly ReadOnlySpan<int> _labels = batch.Labels;
    private readonly ReadOnlySpan<float> _targets = batch.Targets;

    /// <summary>The target of one output: 1 or 0 where there are labels.</summary>
    public float Target(int row, int column) =>
        _labels.IsEmpty ? _targets[(row * classes) + column] : _labels[row] == column ? 1 : 0;

    /// <summary>
    /// The class of a row: the label, the place of the largest target, or for a single output 1 where its target is above 0.5.
    /// </summary>
    public int Class(int row)
    {
        if (!_labels.IsEmpty)
        {
            return _labels[row];
        }

        return classes == 1 ? Decision.Of(_targets.Slice(row, 1)) : ArgMax.Of(_targets.Slice(row * classes, classes));
    }
}

/// <summary>The class that a row of outputs stands for.</summary>
internal static class Decision
{
    /// <summary>Where the largest output is; for a single one 1 where it is above 0.5.</summary>
    public static int Of(ReadOnlySpan<float> row) => row.Length == 1 ? (row[0] > 0.5f ? 1 : 0) : ArgMax.Of(row);
}
