using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>What a method is for, which says what it must look like: <c>static float Squash(float x)</c>.</summary>
internal sealed class FunctionRole(params string[] parameters)
{
    public static readonly FunctionRole Activation = new("x");

    public static readonly FunctionRole Loss = new("target", "output");

    /// <summary>The role of the methods that an argument names, or null for an argument that names none.</summary>
    public static FunctionRole? Of(string argument) => argument switch
    {
        "ActivationMethod" or "RecurrentActivationMethod" => Activation,
        "LossMethod" => Loss,
        _ => null,
    };

    /// <summary>How the user would write it.</summary>
    public string Signature(string name) =>
        $"static float {name}({string.Join(", ", parameters.Select(parameter => "float " + parameter))})";

    public bool Fits(IMethodSymbol method) =>
        CanBeCalled(method) && IsFloat(method.ReturnType) && method.Parameters.Length == parameters.Length;

    /// <summary>Whether it would fit if it were static.</summary>
    public bool FitsButForStatic(IMethodSymbol method) =>
        !method.IsStatic && IsOnFloats(method) && IsFloat(method.ReturnType) && method.Parameters.Length == parameters.Length;

    /// <summary>Whether a function may call it: its expression can stand in the place of the call.</summary>
    public static bool CanBeCalled(IMethodSymbol method) => method.IsStatic && IsOnFloats(method);

    private static bool IsOnFloats(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, Arity: 0, ReturnsByRef: false, ReturnsByRefReadonly: false }
        && method.ReturnType.SpecialType is SpecialType.System_Single or SpecialType.System_Boolean
        && TakeFloats(method.Parameters);

    public static bool TakeFloats(IEnumerable<IParameterSymbol> parameters) =>
        parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false } && IsFloat(parameter.Type));

    public static bool IsFloat(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Single };
}
