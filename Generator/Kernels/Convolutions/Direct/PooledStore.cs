using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits how a tile of one row of convolution results goes into the pooled output: the largest along the row in registers, then against
/// what the window's earlier rows left. The activation comes last, which is the same for a function that never falls.
/// </summary>
internal sealed class PooledStore(
    SourceWriter writer, TileEmitter tile, ColumnTile columns, ConvolutionShape shape, int line, bool isLastLine, bool storeWinners)
{
    private readonly Flavour _flavour = columns.Flavour;

    public void Write(string place)
    {
        int width = shape.Pool!.Value.Horizontal;
        writer.Refer("yt", "yRow", place);
        if (storeWinners)
        {
            writer.Refer("winnersT", "winnersRow", place);
        }

        for (int pooled = 0; pooled * width < tile.Rows; pooled++)
        {
            for (int v = 0; v < columns.Vectors; v++)
            {
                using (writer.Block())
                {
                    WriteWindow(pooled * width, width, v, (pooled * shape.Filters) + (v * _flavour.Lanes));
                }
            }
        }
    }

    private void WriteWindow(int firstRow, int width, int v, int offset)
    {
        string first = tile.Result(firstRow, v);
        if (line == 0)
        {
            writer.Line($"{_flavour.Type} best = {first};");
            Winner($"{_flavour.Type} winner = {_flavour.Zero};");
        }
        else
        {
            writer.Line($"{_flavour.Type} best = {_flavour.Load("yt", offset)};");
            Winner($"{_flavour.Type} winner = {_flavour.Load("winnersT", offset)};");
            Challenge(first, line * width);
        }

        for (int i = 1; i < width; i++)
        {
            Challenge(tile.Result(firstRow + i, v), (line * width) + i);
        }

        if (isLastLine)
        {
            string activated = shape.Activation.Forward(_flavour, "best");
            if (activated != "best")
            {
                writer.Line($"best = {activated};");
            }
        }

        VectorStore.Write(writer, _flavour, "best", "yt", offset, columns.LanesOf(v));
        if (storeWinners)
        {
            VectorStore.Write(writer, _flavour, "winner", "winnersT", offset, columns.LanesOf(v));
        }
    }

    /// <summary>Only a strictly larger value wins: the first of equals keeps the gradient.</summary>
    private void Challenge(string result, int index)
    {
        Winner($"winner = {_flavour.Select(_flavour.GreaterThan(result, "best"), _flavour.Broadcast(index), "winner")};");
        writer.Line($"best = {Flavour.Maximum(result, "best")};");
    }

    private void Winner(string statement)
    {
        if (storeWinners)
        {
            writer.Line(statement);
        }
    }
}
