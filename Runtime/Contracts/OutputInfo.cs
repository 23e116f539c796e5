using System.Collections.Generic;

namespace StaticNets;

/// <summary>One output of a net.</summary>
public sealed record OutputInfo
{
    /// <summary>The layer's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its values begin among those of a sample.</summary>
    public required int Offset { get; init; }

    /// <summary>Its values a sample.</summary>
    public required int Size { get; init; }

    /// <summary>The number of values on its last axis: the classes.</summary>
    public required int Classes { get; init; }

    /// <summary>
    /// Its loss, or null where <see cref="LossMethod"/> is the loss or where there is none: training then leaves the output out, and its
    /// loss counts as 0.
    /// </summary>
    public Loss? Loss { get; init; }

    /// <summary>The method that is its loss, with its class: <c>DigitNet.Pinball</c>; or null.</summary>
    public string? LossMethod { get; init; }

    internal bool HasLoss => Loss is not null || LossMethod is not null;

    /// <summary>What its loss is multiplied by in the net's.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>
    /// Whether the loss leaves rows out, masked steps or labels of <see cref="IgnoreClass"/>: it is the mean over the batch's other rows.
    /// </summary>
    public bool IsMasked { get; init; }

    /// <summary>The class whose labels don't count, or null. The output then can't have metrics.</summary>
    public int? IgnoreClass { get; init; }

    /// <summary>
    /// The inputs that say which steps are masked: those count that count in all. Metrics leave the others out, too. Empty where none are
    /// masked, or where values inside the net say which; the output then can't have metrics.
    /// </summary>
    public IReadOnlyList<MaskedInput> Masks { get; init; } = [];

    /// <summary>What <c>Fit</c> and <c>Evaluate</c> report of it.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>The classes whose own precision, recall and F1 score are reported; empty for those of all classes together.</summary>
    public IReadOnlyList<int> ClassIds { get; init; } = [];

    /// <summary>Whether it is compared with labels instead of targets.</summary>
    public bool TakesLabels => Loss == StaticNets.Loss.SparseCategoricalCrossentropy;

    /// <summary>Rows of its last axis: as many labels has a sample where the loss takes labels.</summary>
    public int Rows => Size / Classes;
}
