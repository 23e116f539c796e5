using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan.Normalizations;

/// <summary>How a batch normalization is run.</summary>
internal static class BatchNormalizationPlan
{
    /// <summary>The operation as its kernels see it.</summary>
    public static BatchNormalizationShape ShapeOf(BatchNormalization operation) => new()
    {
        Rows = operation.Rows,
        Channels = operation.Channels,
        IsMasked = operation.Mask is not null,
        RowsOfStep = operation.Mask is { } mask ? operation.Rows / operation.OfStep(mask).Size : 1,
        Epsilon = operation.Epsilon,
        HasGamma = operation.Gamma is not null,
        HasBeta = operation.Beta is not null,
        Activation = operation.Activation,
    };

    public static OperationPlan Of(BatchNormalization operation, OperationUse use)
    {
        BatchNormalizationShape shape = ShapeOf(operation);
        if (operation.UsesMovingStatistics)
        {
            return new OperationPlan(operation, use) { Derived = [NormalizationBuffers.Scale(shape)] };
        }

        var saved = new List<NamedBuffer>();
        if (shape.HasSampleMoments)
        {
            if (shape.IsMasked)
            {
                saved.Add(NormalizationBuffers.Counts);
            }

            saved.Add(NormalizationBuffers.Means(shape));
            saved.Add(NormalizationBuffers.Deviations(shape));
        }

        saved.Add(NormalizationBuffers.BetaSums(shape));
        saved.Add(NormalizationBuffers.GammaSums(shape));
        return new OperationPlan(operation, use) { Saved = saved, PerWorker = [NormalizationBuffers.Statistics(shape)] };
    }
}
