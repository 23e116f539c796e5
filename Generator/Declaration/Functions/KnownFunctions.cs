using Microsoft.CodeAnalysis;
using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>The functions of <c>MathF</c>, <c>Math</c> and <c>float</c> that there are for vectors.</summary>
internal static class KnownFunctions
{
    /// <summary>For messages.</summary>
    public const string All =
        "MathF.Abs, Ceiling, Cos, Exp, Floor, FusedMultiplyAdd, Log, Max, Min, Pow with whole exponents, Sign, Sin, Sqrt, Tanh "
        + "and Math.Clamp";

    public const string Power = "Pow";

    private static readonly Dictionary<string, Operator> s_operators = new()
    {
        ["Abs"] = Operator.Abs,
        ["Ceiling"] = Operator.Ceiling,
        ["Clamp"] = Operator.Clamp,
        ["Cos"] = Operator.Cos,
        ["Exp"] = Operator.Exp,
        ["Floor"] = Operator.Floor,
        ["FusedMultiplyAdd"] = Operator.MultiplyAdd,
        ["Log"] = Operator.Log,
        ["Max"] = Operator.Max,
        ["Min"] = Operator.Min,
        ["Sign"] = Operator.Sign,
        ["Sin"] = Operator.Sin,
        ["Sqrt"] = Operator.Sqrt,
        ["Tanh"] = Operator.Tanh,
    };

    /// <summary>Whether a method is one of the classes', on floats.</summary>
    public static bool IsMath(IMethodSymbol method) =>
        method.ContainingType is { ContainingType: null, ContainingNamespace: { Name: "System" } system } type
        && system.ContainingNamespace.IsGlobalNamespace
        && type.Name is "MathF" or "Math" or "Single"
        && FunctionRole.TakeFloats(method.Parameters);

    /// <summary>The operator that a method of theirs is. The logarithm of another base is none.</summary>
    public static Operator? Find(IMethodSymbol method) =>
        s_operators.TryGetValue(method.Name, out Operator found) && method.Parameters.Length == Arity(found) ? found : null;

    private static int Arity(Operator function) => function switch
    {
        Operator.Clamp or Operator.MultiplyAdd => 3,
        Operator.Min or Operator.Max => 2,
        _ => 1,
    };
}
