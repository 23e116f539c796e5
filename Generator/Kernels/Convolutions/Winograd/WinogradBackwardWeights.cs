using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// The kernel's gradient of a Winograd convolution: summed over the batch for each frequency, then transformed back: once a step, or once
/// for every part of a large batch, so that each sum in frequencies has few terms.
/// </summary>
internal sealed class WinogradBackwardWeights(KernelEmission emission, WinogradShape shape, Penalty penalty)
{
    // Products that are added to each other before the sum is transformed back.
    private const int ProductsOfPart = 64;

    private readonly WinogradKernels _kernels = new(emission, shape);
    private readonly KernelGradientTiles _tiles = new(shape, emission.Flavour);

    private Shape Kernel => emission.Weights[0].Tensor.Shape;

    /// <summary>Emits one worker's share of the pass.</summary>
    /// <param name="winners">The winners of a fused pooling.</param>
    public void Emit(NamedBuffer winners)
    {
        Callee input = _kernels.InputTransform();
        Callee gradient = _kernels.GradientTransform();
        string product = emission.Kernel(
            "KernelGradientProduct",
            "du += v^T d for every frequency, over the tiles of some images.",
            [
                KernelOperand.Reference("v"),
                KernelOperand.Reference("d"),
                KernelOperand.Reference("du"),
                KernelOperand.Of("int", "images", "images"),
                KernelOperand.Of("bool", "isFirst", "n == begin"),
                OwnTiles,
            ],
            new KernelGradientProduct(shape, _tiles).Write);
        KernelOperand[] penalized =
        [
            KernelOperand.Reference("w"), KernelOperand.Of("bool", "isLast", "end == count"), emission.PenaltyScale("penaltyScale"),
        ];
        string kernel = emission.Kernel(
            "KernelGradientTransform",
            $"dw = G^T du G{PenaltyGradient.Text(penalty)}: {Kernel}.",
            [
                KernelOperand.Reference("du"),
                .. penalty.IsNone ? [] : penalized,
                KernelOperand.Reference("dw"),
                KernelOperand.Reference("lost"),
                KernelOperand.Of("int", "part", $"begin / {Part}"),
                OwnTiles,
            ],
            new KernelGradientTransform(shape, _tiles, penalty).Write);
        emission.Emit(
            "BackwardWeights",
            $"dw = x convolved with dz{PenaltyGradient.Text(penalty)}: "
                + $"{shape.Convolution.Input.WithBatch}, {shape.Convolution.Convolved.WithBatch} -> {Kernel}.",
            [
                emission.X(),
                emission.DY,
                _kernels.IsPooled ? emission.Extra(winners).As("winners") : null,
                .. PenaltyGradient.Operands(emission, 0),
                emission.WeightGradient(0),
                emission.Derived(WinogradBuffers.KernelGradient(shape)).As("du"),
                emission.Scratch,
                emission.CountOf("count"),
                emission.Share(_tiles.Count),
            ],
            writer => WriteBody(writer, input, gradient, product, kernel));
    }

    /// <summary>The tiles that the pass has got, as it gives them on.</summary>
    private static KernelOperand OwnTiles => KernelOperand.Range("tile", "tile0", "tile1");

    private string Part => Literal.Int(ProductsOfPart * shape.Images);

    private void WriteBody(SourceWriter writer, Callee input, Callee gradient, string product, string kernel)
    {
        writer.Line("if (tile0 == tile1) return;");
        new ImageLoop(writer, shape).DeclareScratch("v", "d");
        writer.Line();
        _tiles.DeclareReach(writer);
        writer.Refer("lost", "du", WinogradBuffers.Lost(shape));
        using (writer.Block($"for (int begin = 0; begin < count; begin += {Part})"))
        {
            writer.Line($"int end = Math.Min(begin + {Part}, count);");
            WriteProducts(writer, input, gradient, product);
            writer.Line(kernel);
        }
    }

    private void WriteProducts(SourceWriter writer, Callee input, Callee gradient, string product)
    {
        using (writer.Block($"for (int n = begin; n < end; n += {Literal.Int(shape.Images)})"))
        {
            writer.Line($"int images = Math.Min({Literal.Int(shape.Images)}, end - n);");
            using (writer.Block("for (int image = 0; image < images; image++)"))
            {
                writer.Line(input.Call([_kernels.OfInput("x", "(n + image)"), .. _tiles.ChannelRange]));
                writer.Line(gradient.Call([.. _kernels.GradientOf("(n + image)", "image"), .. _tiles.FilterRange]));
            }

            writer.Line();
            writer.Line(product);
        }

        writer.Line();
    }
}
