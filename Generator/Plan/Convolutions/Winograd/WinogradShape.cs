using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions.Winograd;

/// <summary>A 3x3 convolution in tiles of m x m results: transforms, layouts and the memory that one worker needs.</summary>
internal sealed class WinogradShape
{
    // So many images go through a product together that its tiles are full and its operands still stay in the second-level cache.
    private const int FewRows = 8;
    private const int MostImages = 4;

    // Vectors of any width have this many floats or a part of it.
    private static int Lanes => Flavour.Widest.Lanes;

    public WinogradShape(ConvolutionShape convolution, int tile)
    {
        Convolution = convolution;
        Matrices = new ToomCook(tile);
        Vertical = new WinogradAxis(convolution.Vertical, convolution.ComputedRows, Matrices);
        Horizontal = new WinogradAxis(convolution.Horizontal, convolution.ComputedColumns, Matrices);
        long perImage = Layout(convolution.Channels, 1).Length + Layout(convolution.Filters, 1).Length;
        int forFullTiles = (FewRows + (Vertical.Tiles * Horizontal.Tiles) - 1) / (Vertical.Tiles * Horizontal.Tiles);
        Images = Math.Max(forFullTiles, (int)Math.Min(MostImages, Caches.HalfOfSecondLevel / perImage));
        Input = Layout(convolution.Channels, Images);
        Output = Layout(convolution.Filters, Images);
    }

    public ConvolutionShape Convolution { get; }

    public ToomCook Matrices { get; }

    public WinogradAxis Vertical { get; }

    public WinogradAxis Horizontal { get; }

    /// <summary>Images that go through a product together.</summary>
    public int Images { get; }

    /// <summary>The layout of what has the input's channels: the transformed input, and its gradient.</summary>
    public FrequencyLayout Input { get; }

    /// <summary>The layout of what has the output's channels.</summary>
    public FrequencyLayout Output { get; }

    /// <summary>Frequencies that some tile has, both axes together.</summary>
    public int Frequencies => Input.Groups.Sum(group => group.Count);

    /// <summary>The transformed kernel: (frequencies, C, K).</summary>
    public KernelLayout Kernel => new(Convolution.Channels, Output.Columns);

    /// <summary>The transformed kernel for the input's gradient: (frequencies, K, C).</summary>
    public KernelLayout TransposedKernel => new(Convolution.Filters, Input.Columns);

    /// <summary>
    /// Where the transformed input stands in a worker's scratch memory, behind the rows that a transform is halfway through.
    /// </summary>
    public long InputStart => (long)Matrices.Frequencies * Convolution.Horizontal.Input * Lanes;

    /// <summary>Where the products stand in a worker's scratch memory.</summary>
    public long OutputStart => InputStart + Input.Length;

    /// <summary>Floats of scratch memory that a worker needs.</summary>
    public long ScratchSize => OutputStart + Output.Length;

    /// <summary>Whether offsets reach all of that, and the transformed kernels.</summary>
    public bool Fits => ScratchSize <= MemorySize.Largest
        && WinogradBuffers.Kernel(this).Size <= MemorySize.Largest
        && WinogradBuffers.BackwardKernel(this).Size <= MemorySize.Largest
        && WinogradBuffers.KernelGradient(this).Size <= MemorySize.Largest;

    /// <summary>The number of a frequency among all that some tile has, or null where none has it.</summary>
    public int? NumberOf(int vertical, int horizontal)
    {
        foreach (MatrixGroup group in Input.Groups)
        {
            if (group.Vertical.Frequencies.Contains(vertical) && group.Horizontal.Frequencies.Contains(horizontal))
            {
                return group.First + group.IndexOf(vertical, horizontal);
            }
        }

        return null;
    }

    private FrequencyLayout Layout(int channels, int images) => new(Vertical, Horizontal, channels, images);
}

/// <summary>A matrix for each frequency.</summary>
/// <param name="Rows">Rows of a matrix.</param>
/// <param name="Columns">Floats of a row.</param>
internal readonly record struct KernelLayout(int Rows, int Columns)
{
    /// <summary>Floats from matrix to matrix: not a multiple of 1 KiB, so that they don't evict each other from the cache.</summary>
    public long Stride => Size % 256 == 0 ? Size + 16 : Size;

    private long Size => (long)Rows * Columns;
}
