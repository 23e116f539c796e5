using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// A copy of one image with its padding around it, in the worker's scratch memory: for a pass in which all taps take part in every step,
/// so that edges would cost it more than the copy.
/// </summary>
internal sealed class PaddedInput(ConvolutionShape shape)
{
    private const int Line = 16;

    public bool IsNeeded => shape.Vertical.IsPadded || shape.Horizontal.IsPadded;

    /// <summary>Floats of a row.</summary>
    public int RowFloats => IsNeeded
        ? ((((shape.ComputedColumns - 1) * shape.Horizontal.Stride) + shape.Horizontal.Reach) * shape.Channels)
        : shape.Horizontal.Input * shape.Channels;

    /// <summary>Floats of scratch memory.</summary>
    public int Size => IsNeeded ? ((Rows * RowFloats) + (2 * Line) - 1) / Line * Line : 0;

    private int Rows => ((shape.ComputedRows - 1) * shape.Vertical.Stride) + shape.Vertical.Reach;

    /// <summary>Zeroes the copies, once a call: images overwrite their inside only.</summary>
    public void WriteClear(SourceWriter writer, Flavour flavour, int images = 1)
    {
        using (writer.Block($"for (int i = 0; i < {Literal.Int((long)Size * images)}; i += {Literal.Int(flavour.Lanes)})"))
        {
            writer.Line($"{flavour.Zero}.StoreUnsafe(ref Unsafe.Add(ref scratch, i));");
        }
    }

    /// <summary>Copies the image <c>xn</c>, to the place with a number.</summary>
    public void WriteCopy(SourceWriter writer, Flavour flavour, IndexSum? image = null)
    {
        int rows = System.Math.Min(shape.Vertical.Input, Rows - shape.Vertical.Before);
        int floats = System.Math.Min(shape.Horizontal.Input * shape.Channels, RowFloats - (shape.Horizontal.Before * shape.Channels));

        // From a group's first channel on, the row ends with the group's last.
        floats -= shape.Channels - shape.GroupChannels;
        using (writer.Block($"for (int h = 0; h < {Literal.Int(rows)}; h++)"))
        {
            IndexSum row = At.Times(At.Sum("h", shape.Vertical.Before), RowFloats) + (shape.Horizontal.Before * shape.Channels);
            IndexSum place = At.Times(image ?? IndexSum.Zero, Size) + row;
            writer.Line($"ref float source = {At.Ref("xn", At.Times("h", shape.Horizontal.Input * shape.Channels))};");
            writer.Line($"ref float copy = {At.Ref("scratch", place)};");
            RowLoop.Write(writer, flavour, floats, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} x0 = {flavour.Load("source", offset)};");
                VectorStore.WriteComputed(writer, flavour, "x0", "copy", offset, lanes);
            });
        }
    }
}
