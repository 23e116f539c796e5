using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>Where an output, and what it is compared with, stand in a sample, and what its loss counts for.</summary>
internal sealed record LossPlace
{
    /// <summary>Whether it is the net's only output.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Values a sample of all outputs.</summary>
    public required int Stride { get; init; }

    public required int Offset { get; init; }

    /// <summary>Labels, or targets, a sample of all outputs.</summary>
    public required int KnownStride { get; init; }

    public required int KnownOffset { get; init; }

    public required double Weight { get; init; }

    /// <summary>The output's number: a sample has a loss of each.</summary>
    public required int Index { get; init; }

    /// <summary>
    /// What is kept of each sample: the losses, and behind them the numbers of steps that count, of the outputs that leave some out.
    /// </summary>
    public required int Count { get; init; }

    /// <summary>The steps of the mask, 0 where the output has none.</summary>
    public required int Steps { get; init; }

    /// <summary>The label whose rows don't count, or null.</summary>
    public required int? Ignored { get; init; }

    /// <summary>Whether some rows may not count.</summary>
    public bool LeavesRowsOut => Steps > 0 || Ignored is not null;

    /// <summary>Where the number of steps that count stands.</summary>
    public required int StepsIndex { get; init; }

    /// <param name="graph">A graph with all outputs of the net.</param>
    /// <param name="output">One that training computes, of any graph of that net.</param>
    public static LossPlace Of(Graph graph, GraphOutput output)
    {
        GraphOutput[] before = graph.Outputs.TakeWhile(other => other.Name != output.Name).ToArray();
        return new LossPlace
        {
            IsWhole = graph.Outputs.Count == 1,
            Stride = graph.OutputSize,
            Offset = before.Sum(other => other.Value.Shape.Size),
            KnownStride = output.TakesLabels ? graph.LabelCount : graph.TargetSize,
            KnownOffset = before.Where(other => other.TakesLabels == output.TakesLabels).Sum(other => other.KnownSize),
            Weight = output.Weight,
            Index = before.Length,
            Count = graph.Outputs.Count + graph.Outputs.Count(other => other.LeavesRowsOut),
            Steps = output.Mask?.Shape.Size ?? 0,
            Ignored = output.Loss?.IgnoreClass,
            StepsIndex = graph.Outputs.Count + before.Count(other => other.LeavesRowsOut),
        };
    }
}
