using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary>What merges compute, as vector expressions: the value from the operands' values, and each operand's gradient.</summary>
internal static class MergeFormulas
{
    /// <summary>The formula for comments: <c>x0 + x1</c>.</summary>
    public static string Text(MergeFunction function, IReadOnlyList<string> names) => function switch
    {
        MergeFunction.Add => string.Join(" + ", names),
        MergeFunction.Subtract => string.Join(" - ", names),
        MergeFunction.Multiply => string.Join(" * ", names),
        MergeFunction.Average => $"({string.Join(" + ", names)}) / {Literal.Int(names.Count)}",
        MergeFunction.Maximum => "the largest of " + string.Join(", ", names),
        _ => "the smallest of " + string.Join(", ", names),
    };

    /// <summary>The value from the operands' values.</summary>
    public static string Value(MergeFunction function, Flavour flavour, IReadOnlyList<string> x) => function switch
    {
        MergeFunction.Add => string.Join(" + ", x),
        MergeFunction.Subtract => $"{x[0]} - {x[1]}",
        MergeFunction.Multiply => string.Join(" * ", x),
        MergeFunction.Average => $"({string.Join(" + ", x)}) * {Share(flavour, x.Count)}",
        MergeFunction.Maximum => x.Skip(1).Aggregate(x[0], Flavour.Maximum),
        _ => x.Skip(1).Aggregate(x[0], Flavour.Minimum),
    };

    /// <summary>Whether the gradient of operand i depends on the value of operand j.</summary>
    public static bool GradientReads(MergeFunction function, int i, int j) => function switch
    {
        MergeFunction.Multiply => i != j,
        MergeFunction.Maximum or MergeFunction.Minimum => true,
        _ => false,
    };

    /// <summary>The gradient of operand i from the result's, and from the values that it reads; x has a place for each operand.</summary>
    public static string Gradient(MergeFunction function, Flavour flavour, int i, IReadOnlyList<string> x, string dy) => function switch
    {
        MergeFunction.Subtract when i > 0 => $"(-{dy})",
        MergeFunction.Multiply => $"({string.Join(" * ", x.Where((_, j) => j != i).Prepend(dy))})",
        MergeFunction.Average => $"({dy} * {Share(flavour, x.Count)})",
        MergeFunction.Maximum => OfFirstBest(flavour, i, x, dy, flavour.GreaterThan),
        MergeFunction.Minimum => OfFirstBest(flavour, i, x, dy, (a, b) => flavour.GreaterThan(b, a)),
        _ => dy,
    };

    /// <summary>dy where operand i is ahead of those before it, and none of those behind it is ahead of it.</summary>
    private static string OfFirstBest(Flavour flavour, int i, IReadOnlyList<string> x, string dy, Func<string, string, string> isAhead) =>
        Enumerable.Range(0, x.Count).Where(j => j != i).Aggregate(dy, (gradient, j) => j < i
            ? flavour.Select(isAhead(x[i], x[j]), gradient, flavour.Zero)
            : flavour.Select(isAhead(x[j], x[i]), flavour.Zero, gradient));

    private static string Share(Flavour flavour, int count) => flavour.Broadcast(1.0 / count);
}
