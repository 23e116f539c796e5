using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Each channel normalized by the moving averages, with a scale that is derived from the weights.</summary>
internal sealed class MovingNormalizationKernel(BatchNormalization operation) : Kernel
{
    private readonly BatchNormalizationShape _shape = BatchNormalizationPlan.ShapeOf(operation);

    private KernelOperand Scale(KernelEmission emission) => emission.Derived(NormalizationBuffers.Scale(_shape)).As("scale");

    public override void EmitForward(KernelEmission emission) => emission.Emit(
        "Forward",
        $"y = {(_shape.IsActivated ? _shape.Activation.Name + " of " : "")}(x - mean) scale{(_shape.HasBeta ? " + beta" : "")}: "
            + $"{emission.Shape.WithBatch}.",
        [
            emission.X(),
            emission.Weight(_shape.MovingMean).As("mean"),
            Scale(emission),
            _shape.HasBeta ? emission.Weight(_shape.Beta) : null,
            emission.Y,
            emission.Rows(_shape.Rows),
        ],
        new ChannelScaling(emission.Flavour, _shape).WriteMoving);

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates) =>
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= {(_shape.IsActivated ? "dz" : "dy")} scale: {emission.Shape.WithBatch}.",
            [_shape.IsActivated ? emission.Y : null, emission.DY, Scale(emission), emission.DX(), emission.Rows(_shape.Rows)],
            writer => new ChannelScaling(emission.Flavour, _shape).WriteMovingBackward(writer, accumulates));

    public override void EmitDerivedWeights(KernelEmission emission) => emission.Call(
        "NormalizationWeights.Scale",
        _shape.HasGamma ? emission.Weight(0) : KernelOperand.None,
        emission.Weight(_shape.MovingMean + 1),
        _shape.Epsilon,
        Scale(emission),
        emission.Share(_shape.Channels));
}
