using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>
/// A copy of one image with its padding around it, in the worker's scratch memory: for a pass in which all taps take part in every step,
/// so that edges would cost it more than the copy.
/// </summary>
internal sealed class PaddedInput(ConvolutionShape shape)
{
    /// <summary>The convolution that reads it.</summary>
    public ConvolutionShape Shape => shape;

    public bool IsNeeded => shape.Vertical.IsPadded || shape.Horizontal.IsPadded;

    /// <summary>Floats of a row.</summary>
    public long RowFloats => IsNeeded
        ? MemorySize.Product(Extent(shape.Horizontal, shape.ComputedColumns), shape.Channels)
        : (long)shape.Horizontal.Input * shape.Channels;

    /// <summary>Floats of scratch memory.</summary>
    public long Size => IsNeeded ? MemorySize.InLinesWithSlack(MemorySize.Product(Rows, RowFloats)) : 0;

    /// <summary>Rows, padding included.</summary>
    public long Rows => Extent(shape.Vertical, shape.ComputedRows);

    /// <summary>Positions from the first that a result reads to the last, padding included.</summary>
    private static long Extent(WindowAxis axis, int results) => ((long)(results - 1) * axis.Stride) + axis.Reach;
}
