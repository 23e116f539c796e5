using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits dU += V^T D for every frequency: the transformed kernel's gradient, summed over the tiles of some images. The
/// first images begin the sum.
/// </summary>
internal sealed class KernelGradientProduct(WinogradShape shape, KernelGradientTiles tiles)
{
    private static readonly TileNames s_names = new("du", "v", "d");

    public void Write(SourceWriter writer)
    {
        KernelLayout kernel = shape.Kernel;
        if (shape.Input.Groups.Any(group => IsLong(group.TilesPerImage)))
        {
            LongTile.Declare(writer, SumBlock.Floats(tiles.Rows, tiles.Vectors, tiles.Flavour));
        }

        for (int g = 0; g < shape.Input.Groups.Count; g++)
        {
            MatrixGroup input = shape.Input.Groups[g];
            MatrixGroup output = shape.Output.Groups[g];
            string tilesPerImage = $"{Literal.Int(input.TilesPerImage)} {(input.TilesPerImage == 1 ? "tile" : "tiles")}";
            writer.Line($"// {Literal.Int(input.Count)} frequencies, {tilesPerImage} an image");
            using (writer.Block($"for (int f = 0; f < {Literal.Int(input.Count)}; f++)"))
            {
                writer.Refer("vf", "v", At.Sum(At.Times("f", input.Stride), input.Start));
                writer.Refer("df", "d", At.Sum(At.Times("f", output.Stride), output.Start));
                writer.Refer("duf", "du", At.Sum(At.Times("f", kernel.Stride), input.First * kernel.Stride));
                tiles.Write(writer, (rows, columns) => WriteTile(writer, rows, columns, input.TilesPerImage));
            }
        }
    }

    private bool IsLong(int tilesPerImage) => shape.Images * tilesPerImage > SumBlock.Products;

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, int tilesPerImage)
    {
        int stride = shape.Kernel.Columns;
        writer.Refer("dut", "duf", $"c * {Literal.Int(stride)} + k");
        writer.Refer("vi", "vf", "c");
        writer.Refer("di", "df", "k");
        string steps = At.Times("images", tilesPerImage);
        var tile = new TileEmitter(writer, columns, rows, s_names);
        var step = new Stride(shape.Input.Columns, shape.Output.Columns);
        tile.DeclareZero();
        if (IsLong(tilesPerImage))
        {
            tile.SumWhileBlocks("0", steps, tile.AllRows(1), step, "vi", "di");
            LongTile.Of(writer, tile).Finish();
        }
        else
        {
            tile.SumWhile($"for (int i = 0; i < {steps}; i++)", tile.AllRows(1), step, "vi", "di");
        }

        using (writer.Block("if (!isFirst)"))
        {
            tile.ApplyAt(r => r * stride, (sum, offset) => $"{sum} + {columns.Flavour.Load("dut", offset)}");
        }

        tile.Store("dut", r => r * stride);
    }
}
