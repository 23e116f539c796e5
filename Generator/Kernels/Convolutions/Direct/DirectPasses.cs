using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
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
        bool isPlanar = PlanarTiling.Suits(shape, emission.Flavour);
        bool storeWinners = winners is not null;
        emission.Emit(
            storeWinners ? "ForwardTraining" : "Forward",
            Outline(),
            [
                OfGroup(emission.X(), shape.GroupChannels),
                OfGroup(emission.Weight(0), shape.GroupFilters),
                shape.UseBias ? OfGroup(emission.Weight(1), shape.GroupFilters) : null,
                OfGroup(emission.Y, shape.GroupFilters),
                winners is null ? null : emission.Extra(winners).As("winners"),
                isPlanar && new PaddedInput(shape).IsNeeded ? emission.Scratch : null,
                emission.Range,
            ],
            isPlanar
                ? new PlanarForward(shape, emission.Flavour, storeWinners).Write
                : new ConvolutionForward(shape, emission.Flavour, emission.UnrollBudget, storeWinners).Write,
            groups: shape.Groups);
    }

    /// <summary>Spreads the gradient of a fused pooling over its windows, for the passes that read it in full.</summary>
    public void EmitBackwardPooling(NamedBuffer winners) => emission.Emit(
        "BackwardPooling",
        $"dz = dy at the winner of each window: {shape.Output.WithBatch} -> {shape.Convolved.WithBatch}.",
        [emission.Extra(winners).As("winners"), emission.DY, DZ, emission.Range],
        new PooledBackward(shape, emission.Flavour).Write);

    public void EmitDerivedWeights()
    {
        if (LaneBackwardData.Suits(shape, emission.Flavour))
        {
            return;
        }

        bool isWhole = shape.Groups == 1;
        emission.Call(
            isWhole ? "Transpose.Kernel" : "Transpose.GroupedKernel",
            emission.Weight(0),
            Transposed,
            isWhole ? null : shape.Groups,
            isWhole ? null : shape.Vertical.Window,
            shape.Horizontal.Window,
            shape.GroupChannels,
            shape.Filters,
            emission.Share(shape.Vertical.Window * shape.Horizontal.Window));
    }

    public void EmitBackwardData(bool accumulates)
    {
        string assigns = accumulates ? "+=" : "=";
        string summary = $"dx {assigns} dz convolved with the turned kernel: {shape.Convolved.WithBatch} -> {shape.Input.WithBatch}.";
        if (LaneBackwardData.Suits(shape, emission.Flavour))
        {
            var lanes = new LaneBackwardData(shape, emission.Flavour, accumulates);
            emission.Emit("BackwardData", summary, [DZ, emission.Weight(0), emission.DX(), emission.Range], lanes.Write);
            return;
        }

        emission.Emit(
            "BackwardData",
            summary,
            [
                OfGroup(DZ, shape.GroupFilters),
                OfGroup(Transposed, shape.KernelSize / shape.Groups),
                OfGroup(emission.DX(), shape.GroupChannels),
                emission.Range,
            ],
            new ConvolutionBackwardData(shape, emission.Flavour, emission.UnrollBudget) { Accumulates = accumulates }.Write,
            groups: shape.Groups);
    }

    /// <summary>Emits the kernel's gradient.</summary>
    /// <param name="penalty">The kernel's penalty.</param>
    /// <param name="winners">The windows' winners where the pass picks the gradient by them, else null.</param>
    public void EmitBackwardWeights(Penalty penalty, NamedBuffer? winners)
    {
        if (winners is not null && WinnersGradientTiling.Suits(shape, emission.Flavour))
        {
            var picked = new WinnersBackwardWeights(shape, emission.Flavour, penalty);
            EmitBackwardWeights(penalty, winners, picked.Tiles, picked.Write);
        }
        else
        {
            var backward = new ConvolutionBackwardWeights(shape, emission.Flavour, penalty, readsWinners: winners is not null);
            EmitBackwardWeights(penalty, winners, backward.Tiles, backward.Write);
        }
    }

    private void EmitBackwardWeights(Penalty penalty, NamedBuffer? winners, int tiles, Action<SourceWriter> write) => emission.Emit(
        "BackwardWeights",
        $"dw = x convolved with dz{PenaltyGradient.Text(penalty)}: "
            + $"{shape.Input.WithBatch}, {shape.Convolved.WithBatch} -> {Kernel}.",
        [
            OfGroup(emission.X(), shape.GroupChannels),
            winners is null ? OfGroup(DZ, shape.GroupFilters) : emission.DY,
            winners is null ? null : emission.Extra(winners).As("winners"),
            .. PenaltyGradient.Operands(emission, 0, InGroup(shape.GroupFilters)),
            OfGroup(emission.WeightGradient(0), shape.GroupFilters),
            emission.Scratch,
            emission.CountOf("count"),
            emission.Share(tiles),
        ],
        write,
        groups: shape.Groups);

    /// <summary>The gradient of the convolution's results, before pooling.</summary>
    private KernelOperand DZ =>
        (shape.Pool is null ? emission.DY : emission.Extra(ConvolutionBuffers.Convolved(shape))).As("dz");

    private KernelOperand Transposed => emission.Derived(ConvolutionBuffers.Transposed(shape)).As("wt");

    /// <summary>The values from the first of the group that a call works on.</summary>
    private KernelOperand OfGroup(KernelOperand whole, int step) => whole.From(InGroup(step));

    private IndexSum InGroup(int step) => shape.Groups == 1 ? IndexSum.Zero : At.Times("group", step);

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
