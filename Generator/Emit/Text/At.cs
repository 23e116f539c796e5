namespace StaticNets.Generator.Emit.Text;

/// <summary>References at a distance, written as shortly as C# allows.</summary>
internal static class At
{
    /// <summary><c>ref x</c> or <c>ref Unsafe.Add(ref x, 32)</c>.</summary>
    public static string Ref(string reference, int offset) => "ref " + Value(reference, offset);

    /// <summary><c>ref x</c> or <c>ref Unsafe.Add(ref x, n * 32)</c>.</summary>
    public static string Ref(string reference, IndexSum offset) => "ref " + Value(reference, offset);

    /// <summary>The value at a distance.</summary>
    public static string Value(string reference, int offset) =>
        offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literal.Int(offset)})";

    /// <summary>The value at a distance.</summary>
    public static string Value(string reference, IndexSum offset) =>
        offset.IsZero ? reference : $"Unsafe.Add(ref {reference}, {offset})";

    /// <summary><c>n * 32</c>.</summary>
    public static IndexSum Times(IndexSum index, long factor) => index * factor;

    /// <summary><c>a + b</c>.</summary>
    public static IndexSum Sum(IndexSum a, IndexSum b) => a + b;
}
