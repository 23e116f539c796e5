using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>The passes of a direct convolution.</summary>
internal sealed class DirectPasses(KernelEmission emission, ConvolutionShape shape)
{
    private string Kernel => emission.Weights[0].Tensor.Shape.ToString();

    /// <summary>Emits the forward pass; with a buffer for them also which position of each window won.</summary>
    public void EmitForward(NamedBuffer? winners)
    {
        bool storeWinners = winners is not null;
        string pass = storeWinners ? "ForwardTraining" : "Forward";
        bool isPlanar = PlanarTiling.Suits(shape, emission.Flavour);
        string method;
        if (isPlanar)
        {
            var planar = new PlanarForward(shape, emission.Flavour, storeWinners);
            method = emission.Kernel(pass, Outline(), planar.Parameters, planar.Write);
        }
        else
        {
            var forward = new ConvolutionForward(shape, emission.Flavour, emission.UnrollBudget, storeWinners);
            method = emission.Kernel(pass, Outline(), forward.Parameters, forward.Write);
        }

        Call(
            method,
            OfGroup(emission.X(), shape.GroupChannels),
            OfGroup(emission.Weight(0), shape.GroupFilters),
            shape.UseBias ? OfGroup(emission.Weight(1), shape.GroupFilters) : "",
            OfGroup(emission.Y, shape.GroupFilters),
            winners is null ? "" : emission.Extra(winners),
            isPlanar && new PaddedInput(shape).IsNeeded ? emission.Scratch : "",
            emission.Range);
    }

    /// <summary>Spreads the gradient of a fused pooling over its windows, for the passes that read it in full.</summary>
    public void EmitBackwardPooling(NamedBuffer winners)
    {
        var pooled = new PooledBackward(shape, emission.Flavour);
        string method = emission.Kernel(
            "BackwardPooling",
            $"dz = dy at the winner of each window: {shape.Output.WithBatch} -> {shape.Convolved.WithBatch}.",
            PooledBackward.Parameters,
            pooled.Write);
        emission.Call(method, emission.Extra(winners), emission.DY, emission.Extra(ConvolutionBuffers.Convolved(shape)), emission.Range);
    }

    public void EmitDerivedWeights()
    {
        if (LaneBackwardData.Suits(shape, emission.Flavour))
        {
            return;
        }

        emission.Call(
            shape.Groups == 1 ? "Transpose.Kernel" : "Transpose.GroupedKernel",
            emission.Weight(0),
            emission.Derived(ConvolutionBuffers.Transposed(shape)),
            shape.Groups == 1 ? "" : Literal.Int(shape.Groups),
            shape.Groups == 1 ? "" : Literal.Int(shape.Vertical.Window),
            Literal.Int(shape.Horizontal.Window),
            Literal.Int(shape.GroupChannels),
            Literal.Int(shape.Filters),
            emission.Share(shape.Vertical.Window * shape.Horizontal.Window));
    }

    public void EmitBackwardData(bool accumulates)
    {
        string assigns = accumulates ? "+=" : "=";
        string summary = $"dx {assigns} dz convolved with the turned kernel: {shape.Convolved.WithBatch} -> {shape.Input.WithBatch}.";
        if (LaneBackwardData.Suits(shape, emission.Flavour))
        {
            var lanes = new LaneBackwardData(shape, emission.Flavour, accumulates);
            string kernel = emission.Kernel("BackwardData", summary, LaneBackwardData.Parameters, lanes.Write);
            emission.Call(kernel, DZ, emission.Weight(0), emission.DX(), emission.Range);
            return;
        }

        var backward = new ConvolutionBackwardData(shape, emission.Flavour, emission.UnrollBudget) { Accumulates = accumulates };
        string method = emission.Kernel("BackwardData", summary, backward.Parameters, backward.Write);
        Call(
            method,
            OfGroup(DZ, shape.GroupFilters),
            OfGroup(emission.Derived(ConvolutionBuffers.Transposed(shape)), shape.KernelSize / shape.Groups),
            OfGroup(emission.DX(), shape.GroupChannels),
            emission.Range);
    }

    public void EmitBackwardWeights(Penalty penalty, NamedBuffer? winners, bool readsWinners)
    {
        if (readsWinners && WinnersGradientTiling.Suits(shape, emission.Flavour))
        {
            var picked = new WinnersBackwardWeights(shape, emission.Flavour, penalty);
            EmitBackwardWeights(penalty, picked.Parameters, picked.Write, picked.Tiles, winners, readsWinners);
            return;
        }

        var backward = new ConvolutionBackwardWeights(shape, emission.Flavour, penalty, readsWinners);
        EmitBackwardWeights(penalty, backward.Parameters, backward.Write, backward.Tiles, winners, readsWinners);
    }

    private void EmitBackwardWeights(
        Penalty penalty, string parameters, Action<SourceWriter> write, int tiles, NamedBuffer? winners, bool readsWinners)
    {
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz{(penalty.IsNone ? "" : " + the penalty's gradient")}: "
                + $"{shape.Input.WithBatch}, {shape.Convolved.WithBatch} -> {Kernel}.",
            parameters,
            write);
        Call(
            method,
            OfGroup(emission.X(), shape.GroupChannels),
            readsWinners ? emission.DY : OfGroup(DZ, shape.GroupFilters),
            readsWinners ? emission.Extra(winners!) : "",
            penalty.IsNone ? "" : OfGroup(emission.Weight(0), shape.GroupFilters) + ", memory.PenaltyScale",
            OfGroup(emission.WeightGradient(0), shape.GroupFilters),
            emission.Scratch,
            emission.Count,
            emission.Share(tiles));
    }

    /// <summary>The gradient of the convolution's results, before pooling.</summary>
    private string DZ => shape.Pool is null ? emission.DY : emission.Extra(ConvolutionBuffers.Convolved(shape));

    /// <summary>Adds a call, one for each group.</summary>
    private void Call(string method, params string[] arguments) =>
        emission.Call(
            shape.Groups == 1 ? method : $"for (int group = 0; group < {Literal.Int(shape.Groups)}; group++) {method}",
            arguments);

    /// <summary>A reference to the first value of the group that a call works on.</summary>
    private string OfGroup(string reference, int step) =>
        shape.Groups == 1 ? reference : $"ref Unsafe.Add({reference}, {At.Times("group", step)})";

    private string Outline()
    {
        string bias = (shape.UseBias ? " + b" : "") + (shape.Groups == 1 ? "" : ", one group of channels");
        string activation = shape.Activation.IsLinear ? "" : shape.Activation.Name + " of ";
        string pooling = shape.Pool is (int height, int width)
            ? $"largest of each {Literal.Int(height)}x{Literal.Int(width)} window of "
            : "";
        return $"y = {pooling}{activation}x * w{bias}: {shape.Input.WithBatch} x {Kernel} -> {emission.Shape.WithBatch}.";
    }
}
