using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>
/// Emits loops over the windows of an image, for layers in which each channel has them to itself. An image of height 1, which a sequence
/// is, has no loops over rows.
/// </summary>
internal sealed class WindowLoops(WindowAxis vertical, WindowAxis horizontal, int channels)
{
    private readonly bool _isRow = vertical.Input == 1;

    /// <summary>Values of the image that the windows lie on.</summary>
    public int ImageSize => vertical.Input * horizontal.Input * channels;

    /// <summary>Values where each window has one a channel.</summary>
    public int ResultSize => vertical.Output * horizontal.Output * channels;

    /// <summary>One over the number of positions in the window, without its padding: <c>float share</c> in the body.</summary>
    public void WriteShare(SourceWriter writer)
    {
        if (!vertical.IsPadded && !horizontal.IsPadded)
        {
            writer.Line($"const float share = {Literal.Float(1.0 / (vertical.Window * horizontal.Window))};");
            return;
        }

        writer.Line($"float share = 1f / {(_isRow ? "(w1 - w0)" : "((h1 - h0) * (w1 - w0))")};");
    }

    /// <summary>
    /// Writes the loops over samples and windows. In the body, <c>h0</c> to <c>h1</c> and <c>w0</c> to <c>w1</c> is the window without its
    /// padding, and each operand's sample or position has a reference.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="images">Operands with the image's shape; in the body <c>…n</c> is the sample.</param>
    /// <param name="results">Operands with a value a window and channel; in the body <c>…p</c> is the window's.</param>
    /// <param name="body">Writes what happens to a window.</param>
    /// <param name="openSample">Writes what happens before a sample's windows, or null.</param>
    public void Write(
        SourceWriter writer, IReadOnlyList<string> images, IReadOnlyList<string> results, Action body, Action? openSample = null)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            foreach (string name in images)
            {
                writer.Refer(name + "n", name, At.Times("n", ImageSize));
            }

            openSample?.Invoke();
            using (writer.BlockIf(!_isRow, $"for (int oh = 0; oh < {Literal.Int(vertical.Output)}; oh++)"))
            {
                if (!_isRow)
                {
                    WriteRange(writer, "h", "oh", vertical);
                }

                using (writer.Block($"for (int ow = 0; ow < {Literal.Int(horizontal.Output)}; ow++)"))
                {
                    WriteRange(writer, "w", "ow", horizontal);
                    string position = _isRow ? "ow" : At.Sum(At.Times("oh", horizontal.Output), "ow");
                    foreach (string name in results)
                    {
                        string place = At.Sum(At.Times("n", ResultSize), At.Times(position, channels));
                        writer.Refer(name + "p", name, place);
                    }

                    body();
                }
            }
        }
    }

    /// <summary>Writes the loops over the positions of a window; in the body <c>at</c> is the position's place in the sample.</summary>
    public void WritePositions(SourceWriter writer, Action body)
    {
        using (writer.BlockIf(!_isRow, "for (int h = h0; h < h1; h++)"))
        {
            using (writer.Block("for (int w = w0; w < w1; w++)"))
            {
                WritePosition(writer, body);
            }
        }
    }

    /// <summary>Writes the same loops, whose body adds to a sum, which is declared and whole behind them.</summary>
    public void WriteSum(SourceWriter writer, Flavour flavour, string sum, Action body)
    {
        if ((long)vertical.Window * horizontal.Window <= SumBlock.Terms)
        {
            WritePositions(writer, body);
            return;
        }

        var whole = new LongSum(writer, flavour, [sum]);
        whole.Begin();
        using (writer.BlockIf(!_isRow, "for (int h = h0; h < h1; h++)"))
        {
            whole.OverBlocks("w", "w0", "w1", 1, SumBlock.Terms, () => WritePosition(writer, body));
        }

        whole.End();
    }

    private void WritePosition(SourceWriter writer, Action body)
    {
        writer.Line($"int at = {At.Times(_isRow ? "w" : $"(h * {Literal.Int(horizontal.Input)} + w)", channels)};");
        body();
    }

    private static void WriteRange(SourceWriter writer, string name, string output, WindowAxis axis)
    {
        string start = At.Sum(At.Times(output, axis.Stride), -axis.Before);
        if (!axis.IsPadded)
        {
            writer.Line($"int {name}0 = {start};");
            writer.Line($"int {name}1 = {name}0 + {Literal.Int(axis.Window)};");
            return;
        }

        writer.Line($"int {name}0 = Math.Max({start}, 0);");
        writer.Line($"int {name}1 = Math.Min({At.Sum(start, axis.Window)}, {Literal.Int(axis.Input)});");
    }
}
