using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Groups of channels brought to mean 0 and variance 1 over all positions of a sample.</summary>
internal sealed class GroupNormalizationKernel(GroupNormalization operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        GroupNormalizationPasses normalization = Kernel(emission);
        string gamma = operation.Gamma is null ? "" : "gamma ";
        string beta = operation.Beta is null ? "" : " + beta";
        emission.Emit(
            emission.Training ? "ForwardKeepingStatistics" : "Forward",
            $"y = {gamma}(x - mean) / sqrt(variance + {Literal.Float(operation.Epsilon)}){beta}, "
                + $"{Literal.Int(operation.Groups)} groups of {Literal.Int(operation.Channels / operation.Groups)} channels: "
                + $"{emission.Shape.WithBatch}.",
            [emission.X(), .. operation.Weights.Select((_, i) => emission.Weight(i)), emission.Y, .. Statistics(emission), emission.Range],
            writer => normalization.WriteForward(writer, emission.Training));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        GroupNormalizationPasses normalization = Kernel(emission);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= inverse (g - mean of g - xh mean of g xh), where xh = (x - mean) inverse and "
                + $"g = dy{(operation.Gamma is null ? "" : " gamma")}: {emission.Shape.WithBatch}.",
            [
                emission.X(),
                emission.DY,
                operation.Gamma is null ? null : emission.Weight(0),
                .. Statistics(emission),
                emission.DX(),
                emission.Scratch,
                emission.Range,
            ],
            writer => normalization.WriteBackward(writer, accumulates));
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        if (operation.Gamma is not null)
        {
            ScaleGradient.EmitChannels(emission, 0, Statistics(emission), operation.Positions);
        }

        if (operation.Beta is not null)
        {
            BiasGradient.Emit(emission, operation.Weights.Count - 1, emission.DY, operation.Positions);
        }
    }

    /// <summary>The samples' statistics; in inference there is room for those of one.</summary>
    private KernelOperand[] Statistics(KernelEmission emission) => emission.Training
        ? ScaleGradient.Statistics(emission, NormalizationPlans.Statistics(operation))
        : [emission.Scratch.As("means"), emission.Scratch.As("inverses").From(operation.Channels)];

    private GroupNormalizationPasses Kernel(KernelEmission emission) => new(emission.Flavour, operation);
}
