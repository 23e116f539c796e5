using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the gradient through a fused pooling: each window's gradient goes to its winner, and 0 to the others.
/// </summary>
internal sealed class PooledBackward(ConvolutionShape shape, Flavour widest)
{
    public void Write(SourceWriter writer)
    {
        (int height, int width) = shape.Pool!.Value;
        Flavour flavour = widest.Fit(shape.Filters);
        int rows = shape.Output[0];
        int columns = shape.Output[1];
        int filters = shape.Filters;
        using (writer.Block($"for (int row = {At.Times("n0", rows)}; row < {At.Times("n1", rows)}; row++)"))
        {
            using (writer.Block($"for (int ow = 0; ow < {Literal.Int(columns)}; ow++)"))
            {
                writer.Line($"int at = {At.Times(At.Sum(At.Times("row", columns), "ow"), filters)};");
                string window = At.Times(At.Sum(At.Times("row", height * columns), "ow"), width * filters);
                writer.Refer("dzw", "dz", window, "the window");
                RowLoop.Write(writer, flavour, filters, (offset, lanes) =>
                {
                    string place = At.Sum("at", offset);
                    writer.Line($"{flavour.Type} g = {flavour.Load("dy", place)};");
                    writer.Line($"{flavour.Type} winner = {flavour.Load("winners", place)};");
                    for (int i = 0; i < height * width; i++)
                    {
                        int windowOffset = ((i / width * columns * width) + (i % width)) * filters;
                        using (writer.Block())
                        {
                            string isWinner = flavour.Equal("winner", flavour.Broadcast(i));
                            writer.Line($"{flavour.Type} share = {flavour.Select(isWinner, "g", flavour.Zero)};");
                            VectorStore.WriteComputed(writer, flavour, "share", "dzw", At.Sum(offset, windowOffset), lanes);
                        }
                    }
                });
            }
        }
    }
}
