using System;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>A batch that lives on the heap and is seen by the net under test in float and by the reference in double.</summary>
internal sealed class CheckBatch
{
    public required int Count { get; init; }

    public required float[] Inputs { get; init; }

    public int[] Labels { get; init; } = [];

    public float[] Targets { get; init; } = [];

    public float[] SampleWeights { get; init; } = [];

    public Batch Narrow => new() { Count = Count, Inputs = Inputs, Labels = Labels, Targets = Targets, SampleWeights = SampleWeights };

    public ReferenceBatch Wide => new(Count, ReferenceBatch.Widen(Inputs))
    {
        Labels = Labels,
        Targets = ReferenceBatch.Widen(Targets),
        SampleWeights = ReferenceBatch.Widen(SampleWeights),
    };
}
