using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// A copy of one image with its padding around it, in the worker's scratch memory: for a pass in which all taps take part in every step,
/// so that edges would cost it more than the copy.
/// </summary>
internal sealed class PaddedInput(ConvolutionShape shape)
{
    public bool IsNeeded => shape.Vertical.IsPadded || shape.Horizontal.IsPadded;

    /// <summary>Floats of a row.</summary>
    public long RowFloats => IsNeeded
        ? MemorySize.Product(Extent(shape.Horizontal, shape.ComputedColumns), shape.Channels)
        : (long)shape.Horizontal.Input * shape.Channels;

    /// <summary>Floats of scratch memory.</summary>
    public long Size => IsNeeded ? MemorySize.InLinesWithSlack(MemorySize.Product(Rows, RowFloats)) : 0;

    private long Rows => Extent(shape.Vertical, shape.ComputedRows);

    /// <summary>Zeroes the copies, once a call: images overwrite their inside only.</summary>
    public void WriteClear(SourceWriter writer, Flavour flavour, int images = 1)
    {
        using (writer.Block($"for (int i = 0; i < {Literal.Int(Size * images)}; i += {Literal.Int(flavour.Lanes)})"))
        {
            writer.Line($"{flavour.Zero}.StoreUnsafe(ref Unsafe.Add(ref scratch, i));");
        }
    }

    /// <summary>Copies the image <c>xn</c>, to the place with a number.</summary>
    public void WriteCopy(SourceWriter writer, Flavour flavour, IndexSum? image = null)
    {
        long rows = System.Math.Min(shape.Vertical.Input, Rows - shape.Vertical.Before);
        long before = (long)shape.Horizontal.Before * shape.Channels;
        long floats = System.Math.Min(shape.Horizontal.Input * shape.Channels, RowFloats - before);

        // From a group's first channel on, the row ends with the group's last.
        floats -= shape.Channels - shape.GroupChannels;
        using (writer.Block($"for (int h = 0; h < {Literal.Int(rows)}; h++)"))
        {
            IndexSum row = At.Times(At.Sum("h", shape.Vertical.Before), RowFloats) + before;
            IndexSum place = At.Times(image ?? IndexSum.Zero, Size) + row;
            writer.Line($"ref float source = {At.Ref("xn", At.Times("h", shape.Horizontal.Input * shape.Channels))};");
            writer.Line($"ref float copy = {At.Ref("scratch", place)};");
            RowLoop.Write(writer, flavour, (int)floats, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} x0 = {flavour.Load("source", offset)};");
                VectorStore.WriteComputed(writer, flavour, "x0", "copy", offset, lanes);
            });
        }
    }

    /// <summary>Positions from the first that a result reads to the last, padding included.</summary>
    private static long Extent(WindowAxis axis, int results) => ((long)(results - 1) * axis.Stride) + axis.Reach;
}
