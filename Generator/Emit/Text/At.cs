using StaticNets.Generator.Ir;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Emit.Text;

/// <summary>References at a distance, written as shortly as C# allows.</summary>
internal static class At
{
    /// <summary><c>ref x</c> or <c>ref Unsafe.Add(ref x, 32)</c>.</summary>
    public static string Ref(string reference, long offset) =>
        offset == 0 ? $"ref {reference}" : $"ref Unsafe.Add(ref {reference}, {Literal.Int(offset)})";

    /// <summary><c>ref x</c> or <c>ref Unsafe.Add(ref x, expression)</c>.</summary>
    public static string Ref(string reference, string offset) =>
        offset == "0" ? $"ref {reference}" : $"ref Unsafe.Add(ref {reference}, {offset})";

    /// <summary>An argument <c>ref x</c>, moved by a distance.</summary>
    public static string Argument(string argument, long offset) => offset == 0 ? argument : Ref(argument.Substring("ref ".Length), offset);

    /// <summary>The value at a distance.</summary>
    public static string Value(string reference, long offset) =>
        offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literal.Int(offset)})";

    /// <summary>The value at a distance.</summary>
    public static string Value(string reference, string offset) => $"Unsafe.Add(ref {reference}, {offset})";

    /// <summary><c>n * 32</c>, without the factor where it is 1 and <c>0</c> where it is 0.</summary>
    public static string Times(string variable, long factor) => factor switch
    {
        0 => "0",
        1 => variable,
        _ => $"{variable} * {Literal.Int(factor)}",
    };

    /// <summary>An expression times a factor, with parentheses where it needs them.</summary>
    public static string Product(string expression, long factor) => expression switch
    {
        "0" => "0",
        _ when factor == 1 || expression.IndexOf(' ') < 0 => Times(expression, factor),
        _ => Times($"({expression})", factor),
    };

    /// <summary><c>a + b</c>, without what is 0.</summary>
    public static string Sum(string a, string b) => (a, b) switch
    {
        ("0", _) => b,
        (_, "0") => a,
        _ when b.StartsWith("-", System.StringComparison.Ordinal) => $"{a} - {b.Substring(1)}",
        _ => $"{a} + {b}",
    };

    public static string Sum(string a, long b) => Sum(a, Literal.Int(b));
}
