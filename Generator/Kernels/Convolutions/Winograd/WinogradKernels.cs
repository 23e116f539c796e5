using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>Adds the methods that passes of one Winograd convolution have in common, and returns them.</summary>
internal sealed class WinogradKernels(KernelEmission emission, WinogradShape shape)
{
    public static readonly TileNames Forward = new("m", "v", "u");
    public static readonly TileNames BackwardData = new("z", "d", "u");

    public bool IsPooled => shape.Convolution.Pool is not null;

    /// <summary>A tile's size, for summaries: <c>4x4</c>.</summary>
    public string Tile => $"{Literal.Int(shape.Matrices.Tile)}x{Literal.Int(shape.Matrices.Tile)}";

    public Callee InputTransform() => emission.Method(
        "InputTransform",
        $"v = B^T x B in tiles for {Tile} results, of one image: {shape.Convolution.Input}.",
        [
            KernelOperand.Reference("x"),
            KernelOperand.Reference("v"),
            KernelOperand.Reference("rows", "scratch"),
            Image("image"),
            KernelOperand.Range("c", "0", Literal.Int(shape.Convolution.Channels)),
        ],
        new InputTransform(shape, emission.Flavour).Write);

    public Callee GradientTransform() => emission.Method(
        "GradientTransform",
        $"d = A dz A^T in tiles of {Tile}, of one image: {shape.Convolution.Convolved}"
            + $"{(IsPooled ? ", with dz = dy at each window's winner" : "")}.",
        [
            KernelOperand.Reference("dy"),
            IsPooled ? KernelOperand.Reference("winners") : null,
            KernelOperand.Reference("d"),
            Image("image"),
            KernelOperand.Range("k", "0", Literal.Int(shape.Convolution.Filters)),
        ],
        new GradientTransform(shape, emission.Flavour).Write);

    /// <summary>The call of what multiplies some images' tiles by the transformed kernel.</summary>
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
            [KernelOperand.Reference(names.Scalar), KernelOperand.Reference(names.Vector), KernelOperand.Reference(names.Result)],
            product.Write);
    }

    /// <summary>Emits the transform of some rows of a kernel.</summary>
    public void EmitKernelTransform(
        string pass, KernelLayout layout, int columns, KernelOperand w, KernelOperand u, KernelOperand rows) => emission.Emit(
        pass,
        $"u = G w G^T for some rows: (3, 3, {Literal.Int(layout.Rows)}, {Literal.Int(columns)}) "
            + $"to {Literal.Int(shape.Frequencies)} matrices.",
        [w.As("w"), u.As("u"), rows.As("row0", "row1")],
        new KernelTransform(shape, layout, columns, emission.Flavour).Write);

    /// <summary>One sample of a buffer with the output's shape.</summary>
    public KernelOperand OfOutput(string buffer, string sample) =>
        KernelOperand.Reference(buffer).From(At.Times(sample, shape.Convolution.Output.Size));

    /// <summary>One sample of a buffer with the input's shape.</summary>
    public KernelOperand OfInput(string buffer, string sample) =>
        KernelOperand.Reference(buffer).From(At.Times(sample, shape.Convolution.Input.Size));

    /// <summary>The number of an image among those whose tiles are multiplied together.</summary>
    public static KernelOperand Image(string value) => KernelOperand.Of("int", "image", value);

    /// <summary>What <see cref="GradientTransform"/> is given for one sample.</summary>
    public IReadOnlyList<KernelOperand> GradientOf(string sample, string image) =>
        [OfOutput("dy", sample), .. IsPooled ? [OfOutput("winners", sample)] : Array.Empty<KernelOperand>(), Image(image)];
}
