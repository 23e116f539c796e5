using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>Emits the input's gradient, gathered for each pixel from the results it took part in.</summary>
internal sealed class DepthwiseBackwardData(DepthwiseShape shape, Flavour widest, bool accumulates)
{
    public void Write(SourceWriter writer)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer("dzn", "dz", At.Times("n", shape.Output.Size), shape.Output);
            writer.Refer("dxn", "dx", At.Times("n", shape.Input.Size), shape.Input);
            using (writer.Block($"for (int h = 0; h < {Literal.Int(shape.Vertical.Input)}; h++)"))
            {
                writer.Refer("dxRow", "dxn", At.Times("h", shape.Horizontal.Input * shape.Channels));
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
            Tiling = shape.InputTiling,
            Multiple = shape.Horizontal.Stride,
            Names = new TileNames("dx", "dz", "w"),
            KernelColumn = tap => shape.Horizontal.Window - 1 - tap,
            OpenKernelRow = () =>
            {
                ResultPosition.Write(writer, shape.Vertical, shape.Vertical.Output, "oh", "h", "k");
                writer.Refer("dzRow", "dzn", At.Times("oh", shape.Horizontal.Output * shape.Channels));
            },
            OpenTap = channel =>
            {
                string tap = $"({Literal.Int(shape.Horizontal.Window - 1)} - t)";
                ResultPosition.Write(writer, shape.Horizontal, shape.Horizontal.Output, "column", "p", tap);
                writer.Refer("dzt", "dzRow", At.Sum(At.Times("column", shape.Channels), channel));
            },
            Finish = (result, offset) => accumulates ? $"{result} + {flavour.Load("dxt", offset)}" : result,
        };
    }
}
