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

    private string AndPenalty => penalty.IsNone ? "" : " + the penalty's gradient";

    /// <summary>Emits one worker's share of the pass.</summary>
    /// <param name="winners">The winners of a fused pooling.</param>
    public void Emit(NamedBuffer winners)
    {
        string input = _kernels.InputTransform();
        string gradient = _kernels.GradientTransform();
        string product = emission.Kernel(
            "KernelGradientProduct",
            "du += v^T d for every frequency, over the tiles of some images.",
            KernelGradientProduct.Parameters,
            new KernelGradientProduct(shape, _tiles).Write);
        var transform = new KernelGradientTransform(shape, _tiles, penalty);
        string kernel = emission.Kernel(
            "KernelGradientTransform",
            $"dw = G^T du G{AndPenalty}: {Kernel}.",
            transform.Parameters,
            transform.Write);
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz{AndPenalty}: "
                + $"{shape.Convolution.Input.WithBatch}, {shape.Convolution.Convolved.WithBatch} -> {Kernel}.",
            $"ref float x, ref float dy, {(_kernels.IsPooled ? "ref float winners, " : "")}{PenaltyGradient.Parameters(penalty)}"
                + "ref float dw, ref float du, ref float scratch, int count, int tile0, int tile1",
            writer => WriteBody(writer, input, gradient, product, kernel));
        emission.Call(
            method,
            emission.X(),
            emission.DY,
            _kernels.IsPooled ? emission.Extra(winners) : "",
            penalty.IsNone ? "" : emission.Weight(0) + ", memory.PenaltyScale",
            emission.WeightGradient(0),
            emission.Derived(WinogradBuffers.KernelGradient(shape)),
            emission.Scratch,
            emission.Count,
            emission.Share(_tiles.Count));
    }

    private void WriteBody(SourceWriter writer, string input, string gradient, string product, string kernel)
    {
        writer.Line("if (tile0 == tile1) return;");
        new ImageLoop(writer, shape).DeclareScratch("v", "d");
        writer.Line();
        _tiles.DeclareReach(writer);
        writer.Refer("lost", "du", WinogradBuffers.Lost(shape));
        string part = Literal.Int(ProductsOfPart * shape.Images);
        using (writer.Block($"for (int begin = 0; begin < count; begin += {part})"))
        {
            writer.Line($"int end = Math.Min(begin + {part}, count);");
            WriteProducts(writer, input, gradient, product);
            string penalized = penalty.IsNone ? "" : "ref w, end == count, penaltyScale, ";
            writer.Line($"{kernel}(ref du, {penalized}ref dw, ref lost, begin / {part}, tile0, tile1);");
        }
    }

    private void WriteProducts(SourceWriter writer, string input, string gradient, string product)
    {
        using (writer.Block($"for (int n = begin; n < end; n += {Literal.Int(shape.Images)})"))
        {
            writer.Line($"int images = Math.Min({Literal.Int(shape.Images)}, end - n);");
            using (writer.Block("for (int image = 0; image < images; image++)"))
            {
                writer.Line($"{input}({_kernels.OfInput("x", "(n + image)")}, ref v, ref scratch, image, {_tiles.ChannelRange});");
                writer.Line(_kernels.CallGradientTransform(gradient, "(n + image)", "image", _tiles.FilterRange));
            }

            writer.Line();
            writer.Line($"{product}(ref v, ref d, ref du, images, n == begin, tile0, tile1);");
        }

        writer.Line();
    }
}
