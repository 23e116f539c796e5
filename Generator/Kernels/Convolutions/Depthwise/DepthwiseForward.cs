using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>Emits the forward pass. Bias and activation are applied while results are in registers.</summary>
internal sealed class DepthwiseForward(DepthwiseShape shape, Flavour widest)
{
    public void Write(SourceWriter writer)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer("xn", "x", At.Times("n", shape.Input.Size), shape.Input);
            writer.Refer("yn", "y", At.Times("n", shape.Output.Size), shape.Output);
            using (writer.Block($"for (int oh = 0; oh < {Literal.Int(shape.Vertical.Output)}; oh++)"))
            {
                writer.Refer("yRow", "yn", At.Times("oh", shape.Horizontal.Output * shape.Channels));
                Row(writer).Write();
            }
        }
    }

    private DepthwiseRow Row(SourceWriter writer)
    {
        Flavour flavour = widest.Fit(shape.Channels);
        return new DepthwiseRow
        {
            Writer = writer,
            Flavour = flavour,
            Shape = shape,
            Tiling = shape.OutputTiling,
            Names = new TileNames("y", "x", "w"),
            KernelColumn = tap => tap,
            OpenKernelRow = () =>
            {
                writer.Line($"int h = {InputPosition.Of(shape.Vertical, "oh", "k")};");
                if (shape.Vertical.IsPadded)
                {
                    writer.Line($"if (h < 0 || h >= {Literal.Int(shape.Vertical.Input)}) continue; // padding");
                }

                writer.Refer("xRow", "xn", At.Times("h", shape.Horizontal.Input * shape.Channels));
            },
            OpenTap = channel =>
            {
                writer.Line($"int column = {InputPosition.Of(shape.Horizontal, "p", "t")};");
                writer.Line($"if (column < 0 || column >= {Literal.Int(shape.Horizontal.Input)}) continue; // padding");
                writer.Refer("xt", "xRow", At.Sum(At.Times("column", shape.Channels), channel));
            },
            Bias = shape.UseBias ? "b" : null,
            Finish = (result, _) => shape.Activation.Forward(flavour, result),
        };
    }
}
