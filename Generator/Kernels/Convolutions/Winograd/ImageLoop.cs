using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// The loops of a Winograd pass over the samples: as many images at a time as go through a product together, then one by one.
/// </summary>
internal sealed class ImageLoop(SourceWriter writer, WinogradShape shape)
{
    /// <summary>Declares the two places in scratch memory: what has the input's channels, and what has the output's.</summary>
    public void DeclareScratch(string input, string output)
    {
        writer.Refer(input, "scratch", Literal.Int(shape.InputStart));
        writer.Refer(output, "scratch", Literal.Int(shape.OutputStart));
    }

    /// <summary>Loops over blocks of images, and over the images that are left.</summary>
    /// <param name="body">Writes what happens to a block of so many images from <c>n</c> on.</param>
    public void OverBlocks(Action<int> body)
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

    /// <summary>Calls a method for each image of a block.</summary>
    /// <param name="images">How many there are.</param>
    /// <param name="call">Writes the call from the sample's number and the image's in the block.</param>
    public void OverImages(int images, Func<string, string, string> call)
    {
        if (images == 1)
        {
            writer.Line(call("n", "0"));
            return;
        }

        using (writer.Block($"for (int image = 0; image < {Literal.Int(images)}; image++)"))
        {
            writer.Line(call("(n + image)", "image"));
        }
    }
}
