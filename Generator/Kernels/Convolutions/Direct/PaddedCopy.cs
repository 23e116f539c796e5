using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>Writes the copy of an image into its padding.</summary>
internal static class PaddedCopy
{
    /// <summary>Zeroes the copies, once a call: images overwrite their inside only.</summary>
    public static void WriteClear(this PaddedInput input, SourceWriter writer, Flavour flavour, int images = 1)
    {
        using (writer.Block($"for (int i = 0; i < {Literal.Int(input.Size * images)}; i += {Literal.Int(flavour.Lanes)})"))
        {
            writer.Line($"{flavour.Zero}.StoreUnsafe(ref Unsafe.Add(ref scratch, i));");
        }
    }

    /// <summary>Declares <c>xImage</c>: where image <c>n</c>, or its copy, stands.</summary>
    public static void ReferImage(this PaddedInput input, SourceWriter writer, ImageBlocks blocks)
    {
        if (input.IsNeeded)
        {
            writer.Refer("xImage", "scratch", blocks.PlaceOfCopy(input.Size), "padded");
        }
        else
        {
            writer.Refer("xImage", "x", At.Times("n", input.Shape.Input.Size), input.Shape.Input);
        }
    }

    /// <summary>Copies the image <c>xn</c>, to the place with a number.</summary>
    public static void WriteCopy(this PaddedInput input, SourceWriter writer, Flavour flavour, IndexSum? image = null)
    {
        ConvolutionShape shape = input.Shape;
        long rows = Math.Min(shape.Vertical.Input, input.Rows - shape.Vertical.Before);
        long before = (long)shape.Horizontal.Before * shape.Channels;
        long floats = Math.Min(shape.Horizontal.Input * shape.Channels, input.RowFloats - before);

        // From a group's first channel on, the row ends with the group's last.
        floats -= shape.Channels - shape.GroupChannels;
        using (writer.Block($"for (int h = 0; h < {Literal.Int(rows)}; h++)"))
        {
            IndexSum row = At.Times(At.Sum("h", shape.Vertical.Before), input.RowFloats) + before;
            IndexSum place = At.Times(image ?? IndexSum.Zero, input.Size) + row;
            writer.Refer("source", "xn", At.Times("h", shape.Horizontal.Input * shape.Channels));
            writer.Refer("copy", "scratch", place);
            RowLoop.Write(writer, flavour, (int)floats, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} x0 = {flavour.Load("source", offset)};");
                VectorStore.WriteComputed(writer, flavour, "x0", "copy", offset, lanes);
            });
        }
    }
}
