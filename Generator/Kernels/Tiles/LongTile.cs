using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// Emits how a tile's sums of many products go on: registers take a block of steps, and are then added to the sums of the blocks before,
/// which stand in memory. What rounding loses there begins the next block, so that the error does not grow with the number of steps. Blocks
/// begin at the same steps whatever the batch, so an element still is one sum in one order.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="flavour">The vectors.</param>
/// <param name="rows">The registers' variables, those together whose results stand side by side.</param>
internal sealed class LongTile(SourceWriter writer, Flavour flavour, IReadOnlyList<IReadOnlyList<string>> rows)
{
    // Vectors that a method of LongSums takes.
    private const int MostVectors = 3;

    // Where the sums of the blocks before stand, all 0 between two tiles.
    private const string Sums = "blockSums";

    /// <summary>The results of a tile.</summary>
    public static LongTile Of(SourceWriter writer, TileEmitter tile) => new(
        writer,
        tile.Columns.Flavour,
        [.. Enumerable.Range(0, tile.Rows).Select(
            r => Enumerable.Range(0, tile.Columns.Vectors).Select(v => tile.Result(r, v)).ToArray())]);

    /// <summary>Declares the memory for the sums of a kernel's tiles.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="floats">Those of the largest tile.</param>
    public static void Declare(SourceWriter writer, int floats)
    {
        writer.Line($"Span<float> held = stackalloc float[{Literal.Int(floats)}]; // a tile's sums of the blocks before");
        writer.Refer(Sums, "held[0]");
    }

    /// <summary>Adds the block to the sums; the registers become what rounding lost.</summary>
    public void AddBlock() => Call("Add", (row, vector) => [Place(Sums, row, vector)]);

    /// <summary>Makes the registers the whole sums.</summary>
    public void Finish() => Call("Finish", (row, vector) => [Place(Sums, row, vector)]);

    /// <summary>
    /// Makes the registers the sums up to here, where these stand in memory between blocks, and keeps what rounding loses.
    /// </summary>
    /// <param name="sums">The reference to the sums.</param>
    /// <param name="rowOffset">Where a row's stand.</param>
    /// <param name="lost">The reference to what rounding lost, one row after the other.</param>
    /// <param name="isLoaded">Whether the block began with it.</param>
    public void Join(string sums, Func<int, int> rowOffset, string lost, bool isLoaded = false) => Call(
        isLoaded ? "Keep" : "Join",
        (row, vector) => [At.Ref(sums, rowOffset(row) + (vector * flavour.Lanes)), Place(lost, row, vector)]);

    /// <summary>Overwrites the registers with what rounding lost before.</summary>
    public void Load(string lost)
    {
        for (int r = 0; r < rows.Count; r++)
        {
            for (int v = 0; v < rows[r].Count; v++)
            {
                writer.Line($"{rows[r][v]} = {flavour.Load(lost, Offset(r, v))};");
            }
        }
    }

    private int Offset(int row, int vector) => ((row * rows[0].Count) + vector) * flavour.Lanes;

    private string Place(string memory, int row, int vector) => At.Ref(memory, Offset(row, vector));

    private void Call(string method, Func<int, int, IReadOnlyList<string>> memory)
    {
        for (int r = 0; r < rows.Count; r++)
        {
            for (int v = 0; v < rows[r].Count; v += MostVectors)
            {
                IEnumerable<string> registers = rows[r].Skip(v).Take(MostVectors).Select(register => "ref " + register);
                writer.Line($"LongSums.{method}({string.Join(", ", memory(r, v).Concat(registers))});");
            }
        }
    }
}
