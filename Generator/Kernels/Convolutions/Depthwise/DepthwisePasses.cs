using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>The passes of a depthwise convolution.</summary>
internal sealed class DepthwisePasses(KernelEmission emission, DepthwiseShape shape)
{
    public void EmitForward()
    {
        var forward = new DepthwiseForward(shape, emission.Flavour);
        string activation = shape.Activation.IsLinear ? "" : shape.Activation.Name + " of ";
        emission.Emit(
            "Forward",
            $"y = {activation}x * w{(shape.UseBias ? " + b" : "")}, each channel for itself: "
                + $"{shape.Input.WithBatch} x {shape.Kernel} -> {shape.Output.WithBatch}.",
            [emission.X(), emission.Weight(0), shape.UseBias ? emission.Weight(1) : null, emission.Y, emission.Range],
            forward.Write);
    }

    public void EmitBackwardData(bool accumulates)
    {
        var backward = new DepthwiseBackwardData(shape, emission.Flavour, accumulates);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel, each channel for itself: "
                + $"{shape.Output.WithBatch} -> {shape.Input.WithBatch}.",
            [emission.DY.As("dz"), emission.Weight(0), emission.DX(), emission.Range],
            backward.Write);
    }

    public void EmitBackwardWeights(Penalty penalty)
    {
        var backward = new DepthwiseBackwardWeights(shape, emission.Flavour, penalty);
        emission.Emit(
            "BackwardWeights",
            $"dw = x convolved with dz, each channel for itself{(penalty.IsNone ? "" : ", + the penalty's gradient")}: "
                + $"{shape.Input.WithBatch}, {shape.Output.WithBatch} -> {shape.Kernel}.",
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
