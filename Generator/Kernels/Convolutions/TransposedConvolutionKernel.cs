using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>
/// A transposed convolution. Its passes are those of the convolution that goes the other way, from y to x: its input's gradient is the
/// forward pass, its forward pass the input's gradient, and its kernel's gradient is the kernel's gradient, with the parts of input and
/// gradient exchanged.
/// </summary>
internal sealed class TransposedConvolutionKernel(TransposedConvolution operation)
    : WeightedKernel(operation, operation.Vertical.Input * operation.Horizontal.Input)
{
    private readonly ConvolutionShape _shape = ConvolutionShapes.Turned(operation);

    private string X => _shape.Convolved.WithBatch;

    private string Y => _shape.Input.WithBatch;

    private KernelOperand Transposed(KernelEmission emission) => emission.Derived(ConvolutionBuffers.Transposed(_shape)).As("wt");

    public override void EmitForward(KernelEmission emission)
    {
        var forward = new ConvolutionBackwardData(_shape, emission.Flavour, emission.UnrollBudget)
        {
            Names = new TileNames("y", "x", "wt"),
            Bias = operation.AddsBias ? "b" : null,
            Activation = operation.Activation,
        };
        string applied = operation.Activation.IsLinear ? "" : operation.Activation.Name + " of ";
        emission.Emit(
            "Forward",
            $"y = {applied}x spread by w{(operation.AddsBias ? " + b" : "")}: {X} x {operation.Kernel.Shape} -> {Y}.",
            [emission.X(), Transposed(emission), operation.AddsBias ? emission.Weight(1) : null, emission.Y, emission.Range],
            forward.Write);
    }

    /// <summary>Emits the kernel as the forward pass reads it: in a training step each worker's share of it.</summary>
    public override void EmitDerivedWeights(KernelEmission emission)
    {
        int taps = _shape.Vertical.Window * _shape.Horizontal.Window;
        emission.Call(
            "Transpose.Kernel",
            emission.Weight(0),
            Transposed(emission),
            _shape.Horizontal.Window,
            _shape.Channels,
            _shape.Filters,
            emission.Share(taps));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        var backward = new ConvolutionForward(_shape, emission.Flavour, emission.UnrollBudget, storeWinners: false)
        {
            Names = new TileNames("dx", "dy", "w"),
            Accumulates = accumulates,
        };
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy convolved with w: {Y} x {operation.Kernel.Shape} -> {X}.",
            [emission.DY, emission.Weight(0), emission.DX(), emission.Range],
            backward.Write);
    }

    protected override void EmitKernelGradient(KernelEmission emission, Penalty penalty)
    {
        var backward = new ConvolutionBackwardWeights(_shape, emission.Flavour, penalty, readsWinners: false);
        emission.Emit(
            "BackwardWeights",
            $"dw of the convolution from y to x{PenaltyGradient.Text(penalty)}; "
                + $"what is called x here is dy, and dz is x: {Y}, {X} -> {operation.Kernel.Shape}.",
            [
                emission.DY.As("x"),
                emission.X().As("dz"),
                .. PenaltyGradient.Operands(emission, 0),
                emission.WeightGradient(0),
                emission.Scratch,
                emission.CountOf("count"),
                emission.Share(backward.Tiles),
            ],
            backward.Write);
    }
}
