using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>The forward pass of a Winograd convolution: transform the input, multiply for each frequency, transform back.</summary>
internal sealed class WinogradForward(KernelEmission emission, WinogradShape shape)
{
    private readonly WinogradKernels _kernels = new(emission, shape);

    /// <summary>Emits the pass; with a buffer for them also which position of each window won.</summary>
    public void Emit(NamedBuffer? winners)
    {
        bool storeWinners = winners is not null;
        Callee input = _kernels.InputTransform();
        Callee output = OutputTransform(storeWinners);
        emission.Emit(
            storeWinners ? "ForwardTraining" : "Forward",
            $"y = x * w by F({_kernels.Tile}, 3x3): {shape.Convolution.Input.WithBatch} -> {shape.Convolution.Output.WithBatch}.",
            [
                emission.X(),
                Kernel,
                shape.Convolution.UseBias ? emission.Weight(1) : null,
                emission.Y,
                winners is null ? null : emission.Extra(winners).As("winners"),
                emission.Scratch,
                emission.Range,
            ],
            writer => WriteBody(writer, input, output, storeWinners));
    }

    /// <summary>Transforms the kernel: in training one worker's share of it.</summary>
    public void EmitKernel() => _kernels.EmitKernelTransform(
        "KernelTransform",
        shape.Kernel,
        shape.Convolution.Filters,
        emission.Weight(0),
        Kernel,
        emission.Share(shape.Convolution.Channels));

    private KernelOperand Kernel => emission.Derived(WinogradBuffers.Kernel(shape)).As("u");

    private Callee OutputTransform(bool storeWinners) => emission.Method(
        storeWinners ? "OutputTransformTraining" : "OutputTransform",
        $"y = A^T m A in tiles of {_kernels.Tile}, with all that follows, of one image: {shape.Convolution.Output}.",
        [
            KernelOperand.Reference("m"),
            shape.Convolution.UseBias ? KernelOperand.Reference("b") : null,
            KernelOperand.Reference("y"),
            storeWinners ? KernelOperand.Reference("winners") : null,
            WinogradKernels.Image("image"),
        ],
        new OutputTransform(shape, emission.Flavour, storeWinners).Write);

    private void WriteBody(SourceWriter writer, Callee input, Callee output, bool storeWinners)
    {
        var loop = new ImageLoop(writer, shape);
        loop.DeclareScratch("v", "m");
        loop.OverBlocks(images =>
        {
            loop.OverImages(images, (n, image) => input.Call(_kernels.OfInput("x", n), WinogradKernels.Image(image)));
            writer.Line(_kernels.Product(images, WinogradKernels.Forward));
            loop.OverImages(images, (n, image) =>
            {
                KernelOperand[] winners = storeWinners ? [_kernels.OfOutput("winners", n)] : [];
                return output.Call([_kernels.OfOutput("y", n), .. winners, WinogradKernels.Image(image)]);
            });
        });
    }
}
