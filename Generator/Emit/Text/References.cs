using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit.Text;

/// <summary>Declarations of references in emitted code.</summary>
internal static class References
{
    extension(SourceWriter writer)
    {
        /// <summary>Declares a reference at a distance from another: <c>ref float xn = ref Unsafe.Add(ref x, n * 8);</c></summary>
        public void Refer(string name, string reference, IndexSum offset, object? comment = null) => writer.Line(
            $"ref {ElementType.Float32.Keyword} {name} = {At.Ref(reference, offset)};{(comment is null ? "" : $" // {comment}")}");

        /// <summary>
        /// Opens a loop over samples or rows, <c>n0</c> to <c>n1</c>, and declares where those of some operands stand: <c>xn</c>.
        /// </summary>
        /// <param name="index">The loop's variable.</param>
        /// <param name="operands">The operands, and floats from one of their samples to the next.</param>
        public SourceWriter.BlockScope Each(string index, params (string Name, long Size)[] operands)
        {
            SourceWriter.BlockScope scope = writer.Block($"for (int {index} = {index}0; {index} < {index}1; {index}++)");
            foreach ((string name, long size) in operands)
            {
                writer.Refer(name + index, name, At.Times(index, size));
            }

            return scope;
        }

        public void Refer(string name, string reference) => writer.Refer(name, reference, IndexSum.Zero);
    }
}
