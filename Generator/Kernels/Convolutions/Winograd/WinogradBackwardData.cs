using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>The input's gradient of a Winograd convolution, by the adjoints of the forward pass' transforms.</summary>
internal sealed class WinogradBackwardData(KernelEmission emission, WinogradShape shape)
{
    private readonly WinogradKernels _kernels = new(emission, shape);

    /// <summary>Emits the pass.</summary>
    /// <param name="winners">The winners of a fused pooling.</param>
    /// <param name="accumulates">Whether another reader of the input has stored its share already.</param>
    public void Emit(NamedBuffer? winners, bool accumulates)
    {
        string assigns = accumulates ? "+=" : "=";
        string gradient = _kernels.GradientTransform();
        string data = emission.Kernel(
            "DataGradientTransform",
            $"dx {assigns} B z B^T, summed over the tiles of one image: {shape.Convolution.Input}.",
            DataGradientTransform.Parameters,
            new DataGradientTransform(shape, emission.Flavour, accumulates).Write);
        emission.Emit(
            "BackwardData",
            $"dx {assigns} dz convolved with the turned kernel: "
                + $"{shape.Convolution.Convolved.WithBatch} -> {shape.Convolution.Input.WithBatch}.",
            [
                emission.DY,
                _kernels.IsPooled ? emission.Extra(winners!).As("winners") : null,
                emission.Derived(WinogradBuffers.BackwardKernel(shape)).As("u"),
                emission.DX(),
                emission.Scratch,
                emission.Range,
            ],
            writer => WriteBody(writer, gradient, data));
    }

    /// <summary>Transposes and transforms the kernel: one worker's share of it.</summary>
    public void EmitKernel()
    {
        int channels = shape.Convolution.Channels;
        int filters = shape.Convolution.Filters;
        string transposed = emission.Derived(WinogradBuffers.TransposedKernel(shape));
        string share = emission.Share(filters);
        emission.Call("Transpose.Taps", emission.Weight(0), transposed, "9", Literal.Int(channels), Literal.Int(filters), share);
        emission.Call(
            _kernels.KernelTransform("TransposedKernelTransform", shape.TransposedKernel, channels),
            transposed,
            emission.Derived(WinogradBuffers.BackwardKernel(shape)),
            share);
    }

    private void WriteBody(SourceWriter writer, string gradient, string data)
    {
        var loop = new ImageLoop(writer, shape);
        loop.DeclareScratch("z", "d");
        loop.OverBlocks(images =>
        {
            string filters = Literal.Int(shape.Convolution.Filters);
            loop.OverImages(images, (n, image) => _kernels.CallGradientTransform(gradient, n, image, $"0, {filters}"));
            writer.Line($"{_kernels.Product(images, WinogradKernels.BackwardData)}(ref d, ref u, ref z);");
            loop.OverImages(images, (n, image) => $"{data}(ref z, {_kernels.OfInput("dx", n)}, ref scratch, {image});");
        });
    }
}
