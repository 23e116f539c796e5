using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit.Convolution;

/// <summary>The passes of a direct convolution.</summary>
internal sealed class DirectPasses(LayerEmission emission, ConvolutionShape shape)
{
    /// <summary>The kernel as the input's gradient reads it.</summary>
    public static ExtraBuffer Transposed(ConvolutionShape shape) => new("Transposed", shape.KernelSize);

    /// <summary>The gradient before a fused pooling.</summary>
    public static ExtraBuffer Convolved(ConvolutionShape shape) => new("Convolution", shape.ComputedRows * shape.ComputedColumns * shape.Filters);

    private string Kernel => emission.Node.Layer.Weights[0].Shape.ToString();

    /// <summary>Emits the forward pass; with a buffer for them also which position of each window won.</summary>
    public void EmitForward(ExtraBuffer? winners)
    {
        bool storeWinners = winners is not null;
        var forward = new ConvolutionForward(shape, emission.Flavour, emission.UnrollBudget, storeWinners);
        string method = emission.Kernel(storeWinners ? "ForwardTraining" : "Forward", Outline(), forward.Parameters, forward.Write);
        emission.Call(
            method,
            emission.X(),
            emission.Weight(0),
            shape.UseBias ? emission.Weight(1) : "",
            emission.Y,
            winners is null ? "" : emission.Extra(winners),
            emission.Range);
    }

    /// <summary>Spreads the gradient of a fused pooling over its windows, for the passes that read it in full.</summary>
    public void EmitBackwardPooling(ExtraBuffer winners)
    {
        var pooled = new PooledBackward(shape, emission.Flavour);
        string method = emission.Kernel(
            "BackwardPooling",
            $"dz = dy at the winner of each window: {shape.Output.WithBatch} -> {shape.Convolved.WithBatch}.",
            PooledBackward.Parameters,
            pooled.Write);
        emission.Call(method, emission.Extra(winners), emission.DY, emission.Extra(Convolved(shape)), emission.Range);
    }

    public void EmitDerivedWeights()
    {
        emission.Call(
            "Transpose.Kernel",
            emission.Weight(0),
            emission.Derived(Transposed(shape)),
            Literal.Int(shape.Horizontal.Window),
            Literal.Int(shape.Channels),
            Literal.Int(shape.Filters),
            LayerEmission.Share(shape.Vertical.Window * shape.Horizontal.Window));
    }

    public void EmitBackwardData(bool accumulates)
    {
        var backward = new ConvolutionBackwardData(shape, emission.Flavour, emission.UnrollBudget) { Accumulates = accumulates };
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel: {shape.Convolved.WithBatch} -> {shape.Input.WithBatch}.",
            backward.Parameters,
            backward.Write);
        emission.Call(method, DZ, emission.Derived(Transposed(shape)), emission.DX(), emission.Range);
    }

    public void EmitBackwardWeights(Penalty penalty, ExtraBuffer winners, bool readsWinners)
    {
        var backward = new ConvolutionBackwardWeights(shape, emission.Flavour, penalty, readsWinners);
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz{(penalty.IsNone ? "" : " + the penalty's gradient")}: "
                + $"{shape.Input.WithBatch}, {shape.Convolved.WithBatch} -> {Kernel}.",
            backward.Parameters,
            backward.Write);
        emission.Call(
            method,
            emission.X(),
            readsWinners ? emission.DY : DZ,
            readsWinners ? emission.Extra(winners) : "",
            penalty.IsNone ? "" : emission.Weight(0) + ", memory.PenaltyScale",
            emission.WeightGradient(0),
            new PaddedInput(shape).IsNeeded ? emission.Scratch : "",
            "memory.Count",
            LayerEmission.Share(backward.Tiles));
    }

    /// <summary>The gradient of the convolution's results, before pooling.</summary>
    private string DZ => shape.Pool is null ? emission.DY : emission.Extra(Convolved(shape));

    private string Outline()
    {
        string bias = shape.UseBias ? " + b" : "";
        string activation = shape.Activation.Name == "Linear" ? "" : shape.Activation.Name + " of ";
        string pooling = shape.Pool is (int height, int width) ? $"largest of each {Literal.Int(height)}x{Literal.Int(width)} window of " : "";
        return $"y = {pooling}{activation}x * w{bias}: {shape.Input.WithBatch} x {Kernel} -> {emission.Node.Shape.WithBatch}.";
    }
}
