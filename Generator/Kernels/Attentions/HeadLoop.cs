using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Attentions;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>
/// Emits the loop over samples and heads: an orchestrating kernel, whose body declares where a head's operands stand and calls kernels.
/// </summary>
internal static class HeadLoop
{
    /// <param name="writer">Where to.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="operands">The operands with their rows a sample and their values a row of a head.</param>
    /// <param name="probabilities">
    /// The reference to the probabilities of all samples and heads, or null where there is room for one head.
    /// </param>
    /// <param name="body">Writes the calls for one head.</param>
    public static void Write(
        SourceWriter writer, AttentionShape shape, IReadOnlyList<HeadOperand> operands, string? probabilities, Action body)
    {
        writer.Refer("transposed", "scratch");
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        using (writer.Block($"for (int h = 0; h < {Literal.Int(shape.Heads)}; h++)"))
        {
            foreach (HeadOperand operand in operands)
            {
                string start = At.Sum(At.Times("n", operand.Rows * shape.Heads * operand.Columns), At.Times("h", operand.Columns));
                writer.Refer(operand.Name + "h", operand.Name, start);
            }

            string head = shape.Heads == 1 ? "n" : At.Sum(At.Times("n", shape.Heads), "h");
            string first = At.Times(head, shape.ScoresSize);
            writer.Refer("ph", probabilities ?? "scratch", probabilities is null ? shape.TransposedSize : (IndexSum)first);
            if (shape.Drops)
            {
                writer.Line($"uint first = unchecked((uint)({first}));");
            }

            body();
        }
    }
}

/// <summary>An operand with a part for each head in each of its rows.</summary>
/// <param name="Name">The reference.</param>
/// <param name="Rows">Rows a sample.</param>
/// <param name="Columns">Values of a row that belong to one head.</param>
internal readonly record struct HeadOperand(string Name, int Rows, int Columns);
