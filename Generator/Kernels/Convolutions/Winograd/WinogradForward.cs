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
        bool useBias = shape.Convolution.UseBias;
        string input = _kernels.InputTransform();
        string output = OutputTransform(storeWinners);
        string bias = useBias ? "ref float b, " : "";
        string winnersParameter = storeWinners ? "ref float winners, " : "";
        string method = emission.Kernel(
            storeWinners ? "ForwardTraining" : "Forward",
            $"y = x * w by F({_kernels.Tile}, 3x3): {shape.Convolution.Input.WithBatch} -> {shape.Convolution.Output.WithBatch}.",
            $"ref float x, ref float u, {bias}ref float y, {winnersParameter}ref float scratch, int n0, int n1",
            writer => WriteBody(writer, input, output, storeWinners));
        emission.Call(
            method,
            emission.X(),
            emission.Derived(WinogradBuffers.Kernel(shape)),
            useBias ? emission.Weight(1) : "",
            emission.Y,
            winners is null ? "" : emission.Extra(winners),
            emission.Scratch,
            emission.Range);
    }

    /// <summary>Transforms the kernel: in training one worker's share of it.</summary>
    public void EmitKernel()
    {
        int channels = shape.Convolution.Channels;
        emission.Call(
            _kernels.KernelTransform("KernelTransform", shape.Kernel, shape.Convolution.Filters),
            emission.Weight(0),
            emission.Derived(WinogradBuffers.Kernel(shape)),
            emission.Share(channels));
    }

    private string OutputTransform(bool storeWinners)
    {
        var transform = new OutputTransform(shape, emission.Flavour, storeWinners);
        return emission.Kernel(
            storeWinners ? "OutputTransformTraining" : "OutputTransform",
            $"y = A^T m A in tiles of {_kernels.Tile}, with all that follows, of one image: {shape.Convolution.Output}.",
            transform.Parameters,
            transform.Write);
    }

    private void WriteBody(SourceWriter writer, string input, string output, bool storeWinners)
    {
        string bias = shape.Convolution.UseBias ? "ref b, " : "";
        string channels = Literal.Int(shape.Convolution.Channels);
        var loop = new ImageLoop(writer, shape);
        loop.DeclareScratch("v", "m");
        loop.OverBlocks(images =>
        {
            loop.OverImages(images, (n, image) => $"{input}({_kernels.OfInput("x", n)}, ref v, ref scratch, {image}, 0, {channels});");
            writer.Line($"{_kernels.Product(images, WinogradKernels.Forward)}(ref v, ref u, ref m);");
            loop.OverImages(images, (n, image) =>
            {
                string winners = storeWinners ? _kernels.OfOutput("winners", n) + ", " : "";
                return $"{output}(ref m, {bias}{_kernels.OfOutput("y", n)}, {winners}{image});";
            });
        });
    }
}
