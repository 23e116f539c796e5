namespace StaticNets.Generator.Ir;

/// <summary>What the elements of a value are.</summary>
/// <param name="Name">The name in printed graphs: <c>f32</c>.</param>
/// <param name="Keyword">The type in C#: <c>float</c>.</param>
/// <param name="Bits">Its width.</param>
internal sealed record ElementType(string Name, string Keyword, int Bits)
{
    public static readonly ElementType Float32 = new("f32", "float", 32);
}
