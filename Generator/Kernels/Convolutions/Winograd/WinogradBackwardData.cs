using StaticNets.Generator.Emit.Orchestration;
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
        Callee gradient = _kernels.GradientTransform();
        Callee data = emission.Method(
            "DataGradientTransform",
            $"dx {assigns} B z B^T, summed over the tiles of one image: {shape.Convolution.Input}.",
            [
                KernelOperand.Reference("z"),
                KernelOperand.Reference("dx"),
                KernelOperand.Reference("rows", "scratch"),
                WinogradKernels.Image("image"),
            ],
            new DataGradientTransform(shape, emission.Flavour, accumulates).Write);
        emission.Emit(
            "BackwardData",
            $"dx {assigns} dz convolved with the turned kernel: "
                + $"{shape.Convolution.Convolved.WithBatch} -> {shape.Convolution.Input.WithBatch}.",
            [
                emission.DY,
                _kernels.IsPooled ? emission.Extra(winners!).As("winners") : null,
                Kernel,
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
        KernelOperand transposed = emission.Derived(WinogradBuffers.TransposedKernel(shape));
        KernelOperand share = emission.Share(filters);
        emission.Call("Transpose.Taps", emission.Weight(0), transposed, 9, channels, filters, share);
        _kernels.EmitKernelTransform("TransposedKernelTransform", shape.TransposedKernel, channels, transposed, Kernel, share);
    }

    private KernelOperand Kernel => emission.Derived(WinogradBuffers.BackwardKernel(shape)).As("u");

    private void WriteBody(SourceWriter writer, Callee gradient, Callee data)
    {
        var loop = new ImageLoop(writer, shape);
        loop.DeclareScratch("z", "d");
        loop.OverBlocks(images =>
        {
            loop.OverImages(images, (n, image) => gradient.Call(_kernels.GradientOf(n, image)));
            writer.Line(_kernels.Product(images, WinogradKernels.BackwardData));
            loop.OverImages(images, (n, image) => data.Call(_kernels.OfInput("dx", n), WinogradKernels.Image(image)));
        });
    }
}
