using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan.Normalizations;

/// <summary>How the normalizations within samples are run: the statistics are kept for the backward pass.</summary>
internal static class NormalizationPlans
{
    /// <summary>The statistics of each row.</summary>
    public static IReadOnlyList<NamedBuffer> Statistics(RowNormalization operation)
    {
        var inverses = new NamedBuffer("Inverse", operation.Rows);
        return operation.Statistic == RowStatistic.Variance ? [new NamedBuffer("Mean", operation.Rows), inverses] : [inverses];
    }

    /// <summary>The statistics of each channel's group.</summary>
    public static IReadOnlyList<NamedBuffer> Statistics(GroupNormalization operation) =>
        [new NamedBuffer("Mean", operation.Channels), new NamedBuffer("Inverse", operation.Channels)];

    public static OperationPlan Of(RowNormalization operation, OperationUse use) =>
        new(operation, use) { Saved = use.Trains ? Statistics(operation) : [] };

    public static OperationPlan Of(GroupNormalization operation, OperationUse use) => new(operation, use)
    {
        Saved = use.Trains ? Statistics(operation) : [],
        Scratch = MemorySize.Product(2, operation.Channels),
    };
}
