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

        public void Refer(string name, string reference) => writer.Refer(name, reference, IndexSum.Zero);
    }
}
