using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>Adds the methods that passes of one Winograd convolution have in common, and returns their names.</summary>
internal sealed class WinogradKernels(KernelEmission emission, WinogradShape shape)
{
    public static readonly TileNames Forward = new("m", "v", "u");
    public static readonly TileNames BackwardData = new("z", "d", "u");

    public bool IsPooled => shape.Convolution.Pool is not null;

    /// <summary>A tile's size, for summaries: <c>4x4</c>.</summary>
    public string Tile => $"{Literal.Int(shape.Matrices.Tile)}x{Literal.Int(shape.Matrices.Tile)}";

    public string InputTransform() => emission.Kernel(
        "InputTransform",
        $"v = B^T x B in tiles for {Tile} results, of one image: {shape.Convolution.Input}.",
        Winograd.InputTransform.Parameters,
        new InputTransform(shape, emission.Flavour).Write);

    public string GradientTransform()
    {
        var transform = new GradientTransform(shape, emission.Flavour);
        string pooled = IsPooled ? ", with dz = dy at each window's winner" : "";
        return emission.Kernel(
            "GradientTransform",
            $"d = A dz A^T in tiles of {Tile}, of one image: {shape.Convolution.Convolved}{pooled}.",
            transform.Parameters,
            transform.Write);
    }

    /// <summary>The products of some images' tiles with the transformed kernel.</summary>
    public string Product(int images, TileNames names)
    {
        bool isForward = names == Forward;
        var product = new FrequencyProduct
        {
            Left = isForward ? shape.Input : shape.Output,
            Kernel = isForward ? shape.Kernel : shape.TransposedKernel,
            Result = isForward ? shape.Output : shape.Input,
            Depth = isForward ? shape.Convolution.Channels : shape.Convolution.Filters,
            Columns = isForward ? shape.Convolution.Filters : shape.Convolution.Channels,
            Flavour = emission.Flavour,
            Names = names,
            Images = images,
        };
        string count = $"{Literal.Int(images)} {(images == 1 ? "image" : "images")}";
        return emission.Kernel(
            (isForward ? "Product" : "GradientProduct") + Literal.Int(images),
            $"{names.Result} = {names.Scalar} {names.Vector} for every frequency, over the tiles of {count}.",
            product.Parameters,
            product.Write);
    }

    /// <summary>The transform of some rows of a kernel.</summary>
    public string KernelTransform(string pass, KernelLayout layout, int columns) => emission.Kernel(
        pass,
        $"u = G w G^T for some rows: (3, 3, {Literal.Int(layout.Rows)}, {Literal.Int(columns)}) "
            + $"to {Literal.Int(shape.Frequencies)} matrices.",
        Winograd.KernelTransform.Parameters,
        new KernelTransform(shape, layout, columns, emission.Flavour).Write);

    /// <summary>The reference to one sample of a buffer with the output's shape, as an argument.</summary>
    public string OfOutput(string buffer, string sample) => At.Ref(buffer, At.Times(sample, shape.Convolution.Output.Size));

    /// <summary>The reference to one sample of a buffer with the input's shape, as an argument.</summary>
    public string OfInput(string buffer, string sample) => At.Ref(buffer, At.Times(sample, shape.Convolution.Input.Size));

    /// <summary>The call of <see cref="GradientTransform"/> for one sample and a range of filters.</summary>
    public string CallGradientTransform(string method, string sample, string image, string filters) =>
        $"{method}({OfOutput("dy", sample)}, {(IsPooled ? OfOutput("winners", sample) + ", " : "")}ref d, {image}, {filters});";
}
