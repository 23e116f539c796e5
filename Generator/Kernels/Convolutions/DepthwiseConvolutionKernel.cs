using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Convolutions.Depthwise;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>A convolution of each channel for itself.</summary>
internal sealed class DepthwiseConvolutionKernel(DepthwiseConvolution operation)
    : WeightedKernel(operation, operation.Vertical.Output * operation.Horizontal.Output)
{
    private readonly DepthwiseShape _shape = ConvolutionShapes.Of(operation);

    public override void EmitForward(KernelEmission emission)
    {
        var forward = new DepthwiseForward(_shape, emission.Flavour);
        string activation = _shape.Activation.IsLinear ? "" : _shape.Activation.Name + " of ";
        emission.Emit(
            "Forward",
            $"y = {activation}x * w{(_shape.UseBias ? " + b" : "")}, each channel for itself: "
                + $"{_shape.Input.WithBatch} x {_shape.Kernel} -> {_shape.Output.WithBatch}.",
            [emission.X(), emission.Weight(0), _shape.UseBias ? emission.Weight(1) : null, emission.Y, emission.Range],
            forward.Write);
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        var backward = new DepthwiseBackwardData(_shape, emission.Flavour, accumulates);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel, each channel for itself: "
                + $"{_shape.Output.WithBatch} -> {_shape.Input.WithBatch}.",
            [emission.DY.As("dz"), emission.Weight(0), emission.DX(), emission.Range],
            backward.Write);
    }

    protected override void EmitKernelGradient(KernelEmission emission, Penalty penalty)
    {
        var backward = new DepthwiseBackwardWeights(_shape, emission.Flavour, penalty);
        emission.Emit(
            "BackwardWeights",
            $"dw = x convolved with dz, each channel for itself{(penalty.IsNone ? "" : ", + the penalty's gradient")}: "
                + $"{_shape.Input.WithBatch}, {_shape.Output.WithBatch} -> {_shape.Kernel}.",
            [
                emission.X(),
                emission.DY.As("dz"),
                .. PenaltyGradient.Operands(emission, 0),
                emission.WeightGradient(0),
                emission.Scratch,
                emission.CountOf("count"),
                emission.Share(backward.Tiles),
            ],
            backward.Write);
    }
}
