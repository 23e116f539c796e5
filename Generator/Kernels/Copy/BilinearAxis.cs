using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>
/// One axis of a bilinear resize by a whole factor f, pixel centres on pixel centres: output o lies at (o + 1/2) / f - 1/2, and not outside
/// the first and last input. Places are counted in 2f-ths of an input, so they are exact.
/// </summary>
/// <param name="name">The axis in the emitted code: h or w.</param>
/// <param name="size">Positions of the input.</param>
/// <param name="factor">Outputs an input.</param>
internal sealed class BilinearAxis(string name, int size, int factor)
{
    private readonly string _share = Literal.Float(1.0 / (2 * factor));

    public int Output => size * factor;

    /// <summary>Outputs that read one input, at most.</summary>
    public int MostReaders => Math.Min(2 * factor, Output);

    /// <summary>Writes the inputs around output <c>oh</c>, <c>h0</c> and <c>h1</c>, and what the second counts, <c>hShare</c>.</summary>
    public void WriteNeighbours(SourceWriter writer)
    {
        writer.Line($"int {name}Place = {Place};");
        writer.Line($"int {name}0 = {name}Place / {Literal.Int(2 * factor)};");
        writer.Line($"int {name}1 = Math.Min({name}0 + 1, {Literal.Int(size - 1)});");
        writer.Line($"float {name}Share = ({name}Place - {name}0 * {Literal.Int(2 * factor)}) * {_share};");
    }

    /// <summary>Writes the outputs that read input <c>h</c>: <c>oh0</c> to <c>oh1</c>.</summary>
    public void WriteReaders(SourceWriter writer)
    {
        writer.Line($"int o{name}0 = Math.Max(({At.Sum(At.Times(name, 2 * factor), 1 - factor)}) / 2, 0);");
        writer.Line($"int o{name}1 = Math.Min(({At.Sum(At.Times(name, 2 * factor), 3 * factor)}) / 2, {Literal.Int(Output)});");
    }

    /// <summary>Writes a loop over those outputs, with what input <c>h</c> counts in each, <c>hShare</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sum">The long sum whose blocks it makes, or null.</param>
    /// <param name="body">Writes what happens to an output.</param>
    public void WriteShares(SourceWriter writer, LongSum? sum, Action body)
    {
        if (sum is not null)
        {
            sum.OverBlocks("o" + name, $"o{name}0", $"o{name}1", 1, SumBlock.Terms, () => WriteShare(writer, body));
            return;
        }

        using (writer.Block($"for (int o{name} = o{name}0; o{name} < o{name}1; o{name}++)"))
        {
            WriteShare(writer, body);
        }
    }

    private void WriteShare(SourceWriter writer, Action body)
    {
        string parts = Literal.Int(2 * factor);
        writer.Line($"float {name}Share = ({parts} - Math.Abs({Place} - {At.Times(name, 2 * factor)})) * {_share};");
        body();
    }

    private string Place => $"Math.Clamp({At.Sum(At.Times("o" + name, 2), 1 - factor)}, 0, {Literal.Int(2 * factor * (size - 1))})";
}
