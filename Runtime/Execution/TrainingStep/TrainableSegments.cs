using System;
using System.Collections.Generic;

namespace StaticNets.Execution;

/// <summary>
/// The weights that are trained, as runs of the parameter block with the same proximal penalty. Slots hold these runs one after the other,
/// so that weights that are not trained cost no slots. One run where all weights are trained and no L1 penalty is proximal.
/// </summary>
internal sealed class TrainableSegments
{
    // What workers share is cut at the slots' cache lines, so that no two of them write to one.
    private const int Line = 16;

    private readonly Segment[] _segments;
    private readonly int _count;

    public TrainableSegments(IReadOnlyList<TensorInfo> tensors)
    {
        List<Segment> segments = [];
        foreach (TensorInfo tensor in tensors)
        {
            if (tensor.IsTrainable)
            {
                Add(segments, tensor);
                _count += tensor.Length;
            }
        }

        _segments = [.. segments];
    }

    public int Count => _segments.Length;

    public Segment this[int index] => _segments[index];

    /// <summary>One worker's share, as places in a slot.</summary>
    public (int First, int Last) Share(int worker, int workers)
    {
        (int first, int last) = WorkShare.Of((_count + Line - 1) / Line, worker, workers);
        return (first * Line, Math.Min(_count, last * Line));
    }

    private static void Add(List<Segment> segments, TensorInfo tensor)
    {
        Segment last = segments.Count == 0 ? default : segments[^1];
        if (last.Length > 0 && last.Offset + last.Length == tensor.Offset && last.ProximalL1 == tensor.ProximalL1)
        {
            segments[^1] = last with { Length = last.Length + tensor.Length };
        }
        else
        {
            segments.Add(new Segment(tensor.Offset, last.Slot + last.Length, tensor.Length, tensor.ProximalL1));
        }
    }

    /// <param name="Offset">Its place in the parameter block.</param>
    /// <param name="Slot">Its place in each slot.</param>
    /// <param name="Length">Its length.</param>
    /// <param name="ProximalL1">The factor of its L1 penalty where that is a proximal step, else 0.</param>
    public readonly record struct Segment(int Offset, int Slot, int Length, float ProximalL1);
}
