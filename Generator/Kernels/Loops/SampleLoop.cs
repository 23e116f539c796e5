using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>An operand of an elementwise loop.</summary>
/// <param name="Name">The reference to sample 0.</param>
/// <param name="SampleSize">Floats from a sample to the next.</param>
/// <param name="Offset">Where in the sample it begins.</param>
internal readonly record struct LoopOperand(string Name, int SampleSize, int Offset = 0);

/// <summary>Emits loops that compute a value from values at the same place, sample after sample.</summary>
internal static class SampleLoop
{
    // Up to so many vectors a sample are laid out; more get a loop.
    private const int MostUnrolledVectors = 8;

    /// <summary>Writes <c>for</c> loops over samples n0 to n1 and over <paramref name="size"/> values of each.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="widest">The widest vectors.</param>
    /// <param name="size">Values a sample.</param>
    /// <param name="inputs">What is read.</param>
    /// <param name="output">What is written.</param>
    /// <param name="expression">The value of a vector of outputs, from the names of vectors of inputs.</param>
    /// <param name="index">Whether the expression wants <c>index</c>, the number of the first value within the batch.</param>
    public static void Write(
        SourceWriter writer,
        Flavour widest,
        int size,
        IReadOnlyList<LoopOperand> inputs,
        LoopOperand output,
        Func<Flavour, IReadOnlyList<string>, string> expression,
        bool index = false)
    {
        Flavour flavour = widest.Fit(size);
        int whole = size / flavour.Lanes;
        int tail = size % flavour.Lanes;
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            IReadOnlyList<LoopOperand> all = inputs.Contains(output) ? inputs : inputs.Append(output).ToArray();
            foreach (LoopOperand operand in all)
            {
                string start = At.Sum(At.Times("n", operand.SampleSize), operand.Offset);
                writer.Refer(operand.Name + "n", operand.Name, start);
            }

            if (whole > MostUnrolledVectors)
            {
                using (writer.Block($"for (int i = 0; i < {Literal.Int(whole * flavour.Lanes)}; i += {Literal.Int(flavour.Lanes)})"))
                {
                    foreach (LoopOperand operand in all)
                    {
                        writer.Refer(operand.Name + "i", operand.Name + "n", "i");
                    }

                    Element(writer, flavour, inputs, output, "i", 0, "i", flavour.Lanes, size, index, expression);
                }
            }
            else
            {
                for (int v = 0; v < whole; v++)
                {
                    int first = v * flavour.Lanes;
                    Element(writer, flavour, inputs, output, "n", first, Literal.Int(first), flavour.Lanes, size, index, expression);
                }
            }

            if (tail > 0)
            {
                int first = whole * flavour.Lanes;
                Element(writer, flavour, inputs, output, "n", first, Literal.Int(first), tail, size, index, expression);
            }
        }
    }

    private static void Element(
        SourceWriter writer,
        Flavour flavour,
        IReadOnlyList<LoopOperand> inputs,
        LoopOperand output,
        string suffix,
        int offset,
        string place,
        int lanes,
        int size,
        bool index,
        Func<Flavour, IReadOnlyList<string>, string> expression)
    {
        using (writer.Block())
        {
            if (index)
            {
                writer.Line($"uint index = unchecked((uint)({At.Sum(At.Times("n", size), place)}));");
            }

            string[] values = inputs.Select((_, i) => "v" + Literal.Int(i)).ToArray();
            for (int i = 0; i < inputs.Count; i++)
            {
                writer.Line($"{flavour.Type} {values[i]} = {flavour.Load(inputs[i].Name + suffix, offset)};");
            }

            writer.Line($"{flavour.Type} result = {expression(flavour, values)};");
            VectorStore.Write(writer, flavour, "result", output.Name + suffix, offset, lanes);
        }
    }
}
