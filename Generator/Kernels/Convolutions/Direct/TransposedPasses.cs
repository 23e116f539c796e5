using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// The passes of a transposed convolution, which are those of the convolution that goes the other way, from y to x: its input's gradient
/// is the forward pass, its forward pass the input's gradient, and its kernel's gradient is the kernel's gradient, with the parts of
/// input and gradient exchanged.
/// </summary>
/// <param name="emission">Where to.</param>
/// <param name="shape">The convolution from y to x.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="activation">What is applied to the results.</param>
internal sealed class TransposedPasses(KernelEmission emission, ConvolutionShape shape, bool useBias, Activation activation)
{
    private string X => shape.Convolved.WithBatch;

    private string Y => shape.Input.WithBatch;

    private string Kernel => emission.Weights[0].Tensor.Shape.ToString();

    private KernelOperand Transposed => emission.Derived(ConvolutionBuffers.Transposed(shape)).As("wt");

    public void EmitForward()
    {
        var forward = new ConvolutionBackwardData(shape, emission.Flavour, emission.UnrollBudget)
        {
            Names = new TileNames("y", "x", "wt"),
            Bias = useBias ? "b" : null,
            Activation = activation,
        };
        string applied = activation.IsLinear ? "" : activation.Name + " of ";
        emission.Emit(
            "Forward",
            $"y = {applied}x spread by w{(useBias ? " + b" : "")}: {X} x {Kernel} -> {Y}.",
            [emission.X(), Transposed, useBias ? emission.Weight(1) : null, emission.Y, emission.Range],
            forward.Write);
    }

    /// <summary>Emits the kernel as the forward pass reads it: in a training step each worker's share of it.</summary>
    public void EmitKernel()
    {
        int taps = shape.Vertical.Window * shape.Horizontal.Window;
        emission.Call(
            "Transpose.Kernel",
            emission.Weight(0),
            Transposed,
            shape.Horizontal.Window,
            shape.Channels,
            shape.Filters,
            emission.Share(taps));
    }

    public void EmitBackwardData(bool accumulates)
    {
        var backward = new ConvolutionForward(shape, emission.Flavour, emission.UnrollBudget, storeWinners: false)
        {
            Names = new TileNames("dx", "dy", "w"),
            Accumulates = accumulates,
        };
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy convolved with w: {Y} x {Kernel} -> {X}.",
            [emission.DY, emission.Weight(0), emission.DX(), emission.Range],
            backward.Write);
    }

    public void EmitBackwardWeights(Penalty penalty)
    {
        var backward = new ConvolutionBackwardWeights(shape, emission.Flavour, penalty, readsWinners: false);
        emission.Emit(
            "BackwardWeights",
            $"dw of the convolution from y to x{PenaltyGradient.Text(penalty)}; "
                + $"what is called x here is dy, and dz is x: {Y}, {X} -> {Kernel}.",
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
