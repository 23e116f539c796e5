using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>The passes of a depthwise convolution.</summary>
internal sealed class DepthwisePasses(KernelEmission emission, DepthwiseShape shape)
{
    public void EmitForward()
    {
        var forward = new DepthwiseForward(shape, emission.Flavour);
        string activation = shape.Activation.IsLinear ? "" : shape.Activation.Name + " of ";
        string method = emission.Kernel(
            "Forward",
            $"y = {activation}x * w{(shape.UseBias ? " + b" : "")}, each channel for itself: "
                + $"{shape.Input.WithBatch} x {shape.Kernel} -> {shape.Output.WithBatch}.",
            forward.Parameters,
            forward.Write);
        emission.Call(method, emission.X(), emission.Weight(0), shape.UseBias ? emission.Weight(1) : "", emission.Y, emission.Range);
    }

    public void EmitBackwardData(bool accumulates)
    {
        var backward = new DepthwiseBackwardData(shape, emission.Flavour, accumulates);
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel, each channel for itself: "
                + $"{shape.Output.WithBatch} -> {shape.Input.WithBatch}.",
            DepthwiseBackwardData.Parameters,
            backward.Write);
        emission.Call(method, emission.DY, emission.Weight(0), emission.DX(), emission.Range);
    }

    public void EmitBackwardWeights(Penalty penalty)
    {
        var backward = new DepthwiseBackwardWeights(shape, emission.Flavour, penalty);
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz, each channel for itself{(penalty.IsNone ? "" : ", + the penalty's gradient")}: "
                + $"{shape.Input.WithBatch}, {shape.Output.WithBatch} -> {shape.Kernel}.",
            backward.Parameters,
            backward.Write);
        emission.Call(
            method,
            emission.X(),
            emission.DY,
            penalty.IsNone ? "" : emission.Weight(0) + ", memory.PenaltyScale",
            emission.WeightGradient(0),
            emission.Scratch,
            emission.Count,
            emission.Share(backward.Tiles));
    }
}
