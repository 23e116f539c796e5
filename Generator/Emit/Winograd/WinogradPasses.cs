using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit.Winograd;

/// <summary>
/// The passes of a Winograd convolution. Each goes through the samples a few images at a time: transform, multiply for each frequency, transform back;
/// what is in between stays in the worker's scratch memory.
/// </summary>
internal sealed class WinogradPasses(LayerEmission emission, WinogradShape shape)
{
    private static readonly TileNames s_forward = new("m", "v", "u");
    private static readonly TileNames s_backwardData = new("z", "d", "u");

    /// <summary>The transformed kernel, which the forward pass reads instead of the kernel.</summary>
    public static ExtraBuffer TransformedKernel(WinogradShape shape) => new("Transformed", shape.Frequencies * shape.Kernel.Stride);

    /// <summary>The kernel with channels and filters exchanged, on its way to be transformed.</summary>
    public static ExtraBuffer TransposedKernel(WinogradShape shape) => new("Transposed", shape.Convolution.KernelSize);

    /// <summary>The transformed kernel that the input's gradient is computed with.</summary>
    public static ExtraBuffer TransformedTransposedKernel(WinogradShape shape) =>
        new("TransposedTransformed", shape.Frequencies * shape.TransposedKernel.Stride);

    /// <summary>The transformed kernel's gradient, summed over the batch.</summary>
    public static ExtraBuffer KernelGradient(WinogradShape shape) => new("TransformedGradient", shape.Frequencies * shape.Kernel.Stride);

    private Flavour Flavour => emission.Flavour;

    private string Tile => $"{Literal.Int(shape.Matrices.Tile)}x{Literal.Int(shape.Matrices.Tile)}";

    /// <summary>Emits the forward pass; with a buffer for them also which position of each window won.</summary>
    public void EmitForward(ExtraBuffer? winners)
    {
        bool storeWinners = winners is not null;
        string input = InputTransform();
        var output = new OutputTransform(shape, Flavour, storeWinners);
        string outputMethod = emission.Kernel(
            storeWinners ? "OutputTransformTraining" : "OutputTransform",
            $"y = A^T m A in tiles of {Tile}, with all that follows, of one image: {shape.Convolution.Output}.",
            output.Parameters,
            output.Write);
        bool useBias = shape.Convolution.UseBias;
        string bias = useBias ? "ref float b, " : "";
        string winnersParameter = storeWinners ? "ref float winners, " : "";
        int inputSize = shape.Convolution.Input.Size;
        int outputSize = shape.Convolution.Output.Size;
        string winnersArgument = storeWinners ? $"{At.Ref("winners", At.Times("(n + image)", outputSize))}, " : "";
        string method = emission.Kernel(
            storeWinners ? "ForwardTraining" : "Forward",
            $"y = x * w by F({Tile}, 3x3): {shape.Convolution.Input.WithBatch} -> {shape.Convolution.Output.WithBatch}.",
            $"ref float x, ref float u, {bias}ref float y, {winnersParameter}ref float scratch, int n0, int n1",
            writer =>
            {
                DeclareScratch(writer, "v", "m");
                WriteBlocks(writer, images =>
                {
                    ForImages(writer, images, $"{input}({At.Ref("x", At.Times("(n + image)", inputSize))}, ref v, ref scratch, image, 0, {Literal.Int(shape.Convolution.Channels)});");
                    writer.Line($"{Product(images, s_forward)}(ref v, ref u, ref m);");
                    ForImages(writer, images, $"{outputMethod}(ref m, {(useBias ? "ref b, " : "")}{At.Ref("y", At.Times("(n + image)", outputSize))}, {winnersArgument}image);");
                });
            });
        emission.Call(
            method,
            emission.X(),
            emission.Derived(TransformedKernel(shape)),
            useBias ? emission.Weight(1) : "",
            emission.Y,
            winners is null ? "" : emission.Extra(winners),
            emission.Scratch,
            emission.Range);
    }

    /// <summary>Transforms the kernel: for training one worker's share of it.</summary>
    public void EmitTransformedKernel(bool isShared)
    {
        var transform = new KernelTransform(shape, shape.Kernel, shape.Convolution.Filters, Flavour);
        emission.Call(
            TransformKernel("KernelTransform", transform, shape.Kernel),
            emission.Weight(0),
            emission.Derived(TransformedKernel(shape)),
            isShared ? LayerEmission.Share(shape.Convolution.Channels) : $"0, {Literal.Int(shape.Convolution.Channels)}");
    }

    /// <summary>Transforms the transposed kernel: one worker's share of it.</summary>
    public void EmitTransformedTransposedKernel()
    {
        int filters = shape.Convolution.Filters;
        string transposed = emission.Derived(TransposedKernel(shape));
        emission.Call(
            "Transpose.Taps", emission.Weight(0), transposed, "9", Literal.Int(shape.Convolution.Channels), Literal.Int(filters), LayerEmission.Share(filters));
        var transform = new KernelTransform(shape, shape.TransposedKernel, shape.Convolution.Channels, Flavour);
        emission.Call(
            TransformKernel("TransposedKernelTransform", transform, shape.TransposedKernel),
            transposed,
            emission.Derived(TransformedTransposedKernel(shape)),
            LayerEmission.Share(filters));
    }

    public void EmitBackwardData(ExtraBuffer winners, bool accumulates)
    {
        string gradient = GradientTransform(out bool isPooled);
        var data = new DataGradientTransform(shape, Flavour, accumulates);
        string dataMethod = emission.Kernel(
            "DataGradientTransform",
            $"dx {(accumulates ? "+" : "")}= B z B^T, summed over the tiles of one image: {shape.Convolution.Input}.",
            DataGradientTransform.Parameters,
            data.Write);
        int inputSize = shape.Convolution.Input.Size;
        int outputSize = shape.Convolution.Output.Size;
        string winnersArgument = isPooled ? $"{At.Ref("winners", At.Times("(n + image)", outputSize))}, " : "";
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel: {shape.Convolution.Convolved.WithBatch} -> {shape.Convolution.Input.WithBatch}.",
            $"ref float dy, {(isPooled ? "ref float winners, " : "")}ref float u, ref float dx, ref float scratch, int n0, int n1",
            writer =>
            {
                DeclareScratch(writer, "z", "d");
                WriteBlocks(writer, images =>
                {
                    ForImages(writer, images, $"{gradient}({At.Ref("dy", At.Times("(n + image)", outputSize))}, {winnersArgument}ref d, image);");
                    writer.Line($"{Product(images, s_backwardData)}(ref d, ref u, ref z);");
                    ForImages(writer, images, $"{dataMethod}(ref z, {At.Ref("dx", At.Times("(n + image)", inputSize))}, ref scratch, image);");
                });
            });
        emission.Call(
            method,
            emission.DY,
            isPooled ? emission.Extra(winners) : "",
            emission.Derived(TransformedTransposedKernel(shape)),
            emission.DX(),
            emission.Scratch,
            emission.Range);
    }

    public void EmitBackwardWeights(ExtraBuffer winners, Penalty penalty)
    {
        string input = InputTransform();
        string gradient = GradientTransform(out bool isPooled);
        var tiles = new KernelGradientTiles(shape, Flavour);
        string product = emission.Kernel(
            "KernelGradientProduct",
            "du += v^T d for every frequency, over the tiles of some images.",
            KernelGradientProduct.Parameters,
            new KernelGradientProduct(shape, tiles).Write);
        var kernel = new KernelGradientTransform(shape, tiles, penalty);
        string kernelMethod = emission.Kernel(
            "KernelGradientTransform",
            $"dw = G^T du G{(penalty.IsNone ? "" : " + the penalty's gradient")}: {emission.Node.Layer.Weights[0].Shape}.",
            kernel.Parameters,
            kernel.Write);
        int channels = shape.Convolution.Channels;
        string penaltyArguments = penalty.IsNone ? "" : "ref w, penaltyScale, ";
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz{(penalty.IsNone ? "" : " + the penalty's gradient")}: {shape.Convolution.Input.WithBatch}, {shape.Convolution.Convolved.WithBatch} -> {emission.Node.Layer.Weights[0].Shape}.",
            $"ref float x, ref float dy, {(isPooled ? "ref float winners, " : "")}{PenaltyGradient.Parameters(penalty)}ref float dw, ref float du, ref float scratch, int count, int tile0, int tile1",
            writer =>
            {
                writer.Line("if (tile0 == tile1) return;");
                DeclareScratch(writer, "v", "d");
                writer.Line("// the channels that these tiles read");
                writer.Line($"int c0 = ({tiles.ChannelOf("tile0")}) / 16 * 16;");
                writer.Line($"int c1 = Math.Min({Literal.Int(channels)}, {tiles.ChannelOf($"(tile1 + {Literal.Int(tiles.ColumnPieces - 1)})")});");
                using (writer.Block($"for (int n = 0; n < count; n += {Literal.Int(shape.Images)})"))
                {
                    writer.Line($"int images = Math.Min({Literal.Int(shape.Images)}, count - n);");
                    using (writer.Block("for (int image = 0; image < images; image++)"))
                    {
                        string dy = At.Ref("dy", At.Times("(n + image)", shape.Convolution.Output.Size));
                        string winnersArgument = isPooled ? $"{At.Ref("winners", At.Times("(n + image)", shape.Convolution.Output.Size))}, " : "";
                        writer.Line($"{input}({At.Ref("x", At.Times("(n + image)", shape.Convolution.Input.Size))}, ref v, ref scratch, image, c0, c1);");
                        writer.Line($"{gradient}({dy}, {winnersArgument}ref d, image);");
                    }

                    writer.Line();
                    writer.Line($"{product}(ref v, ref d, ref du, images, n == 0, tile0, tile1);");
                }

                writer.Line();
                writer.Line($"{kernelMethod}(ref du, {penaltyArguments}ref dw, tile0, tile1);");
            });
        emission.Call(
            method,
            emission.X(),
            emission.DY,
            isPooled ? emission.Extra(winners) : "",
            penalty.IsNone ? "" : emission.Weight(0) + ", memory.PenaltyScale",
            emission.WeightGradient(0),
            emission.Derived(KernelGradient(shape)),
            emission.Scratch,
            "memory.Count",
            LayerEmission.Share(tiles.Count));
    }

    private string InputTransform()
    {
        var transform = new InputTransform(shape, Flavour);
        return emission.Kernel(
            "InputTransform",
            $"v = B^T x B in tiles for {Tile} results, of one image: {shape.Convolution.Input}.",
            Winograd.InputTransform.Parameters,
            transform.Write);
    }

    private string GradientTransform(out bool isPooled)
    {
        isPooled = shape.Convolution.Pool is not null;
        var transform = new GradientTransform(shape, Flavour);
        return emission.Kernel(
            "GradientTransform",
            $"d = A dz A^T in tiles of {Tile}, of one image: {shape.Convolution.Convolved}{(isPooled ? ", with dz = dy at each window's winner" : "")}.",
            transform.Parameters,
            transform.Write);
    }

    private string TransformKernel(string pass, KernelTransform transform, KernelLayout layout) => emission.Kernel(
        pass,
        $"u = G w G^T for some rows of the kernel: (3, 3, {Literal.Int(layout.Rows)}, …) to {Literal.Int(shape.Frequencies)} matrices.",
        KernelTransform.Parameters,
        transform.Write);

    private string Product(int images, TileNames names)
    {
        bool isForward = names == s_forward;
        var product = new FrequencyProduct
        {
            Left = isForward ? shape.Input : shape.Output,
            Kernel = isForward ? shape.Kernel : shape.TransposedKernel,
            Result = isForward ? shape.Output : shape.Input,
            Depth = isForward ? shape.Convolution.Channels : shape.Convolution.Filters,
            Columns = isForward ? shape.Convolution.Filters : shape.Convolution.Channels,
            Flavour = Flavour,
            Names = names,
            Images = images,
        };
        return emission.Kernel(
            (isForward ? "Product" : "GradientProduct") + Literal.Int(images),
            $"{names.Result} = {names.Scalar} {names.Vector} for every frequency, over the tiles of {Literal.Int(images)} {(images == 1 ? "image" : "images")}.",
            product.Parameters,
            product.Write);
    }

    private void DeclareScratch(SourceWriter writer, string input, string output)
    {
        writer.Line($"ref float {input} = ref Unsafe.Add(ref scratch, {Literal.Int(shape.InputStart)});");
        writer.Line($"ref float {output} = ref Unsafe.Add(ref scratch, {Literal.Int(shape.OutputStart)});");
    }

    /// <summary>A loop over blocks of images, and one over the images that are left.</summary>
    private void WriteBlocks(SourceWriter writer, System.Action<int> body)
    {
        writer.Line("int n = n0;");
        if (shape.Images > 1)
        {
            using (writer.Block($"for (; n + {Literal.Int(shape.Images)} <= n1; n += {Literal.Int(shape.Images)})"))
            {
                body(shape.Images);
            }

            writer.Line();
        }

        using (writer.Block("for (; n < n1; n++)"))
        {
            body(1);
        }
    }

    private static void ForImages(SourceWriter writer, int images, string call)
    {
        if (images == 1)
        {
            writer.Line(call.Replace("(n + image)", "n").Replace(", image", ", 0"));
            return;
        }

        using (writer.Block($"for (int image = 0; image < {Literal.Int(images)}; image++)"))
        {
            writer.Line(call);
        }
    }
}
