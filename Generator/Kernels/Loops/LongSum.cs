using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>
/// Emits sums of vectors over many steps. A sum's variable takes a block of steps and is then added to <c>…Before</c>, the sum of the
/// blocks before; it goes on with what rounding lost there, so that the error does not grow with the number of steps. Few steps are added
/// plainly.
/// </summary>
internal sealed class LongSum(SourceWriter writer, Flavour flavour, IReadOnlyList<string> sums)
{
    /// <summary>Writes a loop over a number of steps that is known.</summary>
    /// <param name="counter">The loop's variable.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="step">What it grows by, a divisor of the end.</param>
    /// <param name="body">Writes what a step adds to the sums, which are declared.</param>
    public void Over(string counter, int end, int step, Action body)
    {
        if (end > SumBlock.Terms * step)
        {
            Over(counter, Literal.Int(end), step, body);
            return;
        }

        using (writer.Block($"for (int {counter} = 0; {counter} < {Literal.Int(end)}; {Grow(counter, step)})"))
        {
            body();
        }
    }

    /// <summary>Writes a loop over a number of steps that only the running program knows.</summary>
    /// <param name="counter">The loop's variable.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="step">What it grows by.</param>
    /// <param name="body">Writes what a step adds to the sums, which are declared.</param>
    public void Over(string counter, string end, int step, Action body)
    {
        Begin();
        OverBlocks(counter, "0", end, step, SumBlock.Terms, body);
        End();
    }

    /// <summary>Declares the sums of the blocks before.</summary>
    public void Begin()
    {
        foreach (string sum in sums)
        {
            writer.Line($"{flavour.Type} {sum}Before = {flavour.Zero};");
        }
    }

    /// <summary>Writes a loop of which so many steps at a time are a block.</summary>
    /// <param name="counter">The loop's variable.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="step">What it grows by.</param>
    /// <param name="steps">Steps of a block.</param>
    /// <param name="body">Writes what a step adds to the sums.</param>
    public void OverBlocks(string counter, string start, string end, int step, int steps, Action body)
    {
        string block = Literal.Int(steps * step);
        using (writer.Block($"for (int {counter}Block = {start}; {counter}Block < {end}; {counter}Block += {block})"))
        {
            writer.Line($"int {counter}End = Math.Min({counter}Block + {block}, {end});");
            using (writer.Block($"for (int {counter} = {counter}Block; {counter} < {counter}End; {Grow(counter, step)})"))
            {
                body();
            }

            EndBlock();
        }
    }

    /// <summary>Ends a block.</summary>
    public void EndBlock()
    {
        foreach (string sum in sums)
        {
            writer.Line($"LongSums.Add(ref {sum}Before, ref {sum});");
        }
    }

    /// <summary>Makes the variables the whole sums.</summary>
    public void End()
    {
        foreach (string sum in sums)
        {
            writer.Line($"{sum} += {sum}Before;");
        }
    }

    private static string Grow(string counter, int step) => step == 1 ? counter + "++" : $"{counter} += {Literal.Int(step)}";
}
