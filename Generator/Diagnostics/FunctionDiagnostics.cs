using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with an activation or a loss of the user's own.</summary>
internal static class FunctionDiagnostics
{
    /// <summary>{0} the method, {1} the class, {2} how to write it.</summary>
    public static readonly DiagnosticDescriptor NoSuchMethod = Error(
        "SN2100",
        "There is no such method",
        "'{1}' has no method '{0}'; write '{2} => ...' there, or name that of another class as nameof(Class.Method)");

    /// <summary>{0} the method, {1} how to write it.</summary>
    public static readonly DiagnosticDescriptor NotStatic = Error(
        "SN2101",
        "A function is not static",
        "'{0}' needs an instance, but a function of the net depends on its arguments alone; write '{1} => ...'");

    /// <summary>{0} the method, {1} how to write it.</summary>
    public static readonly DiagnosticDescriptor WrongSignature = Error(
        "SN2102",
        "A function has the wrong signature",
        "'{0}' does not have the signature that is needed here; write '{1} => ...'");

    /// <summary>{0} the method, {1} how to write it.</summary>
    public static readonly DiagnosticDescriptor NoExpressionBody = Error(
        "SN2103",
        "A function is not one expression",
        "'{0}' has a body of statements, but only one expression becomes vector code; write '{1} => ...'");

    /// <summary>{0} the method, {1} the assembly.</summary>
    public static readonly DiagnosticDescriptor SourceNotHere = Error(
        "SN2104",
        "A function's source is not in the project",
        "The generator reads the source of '{0}', but that is compiled in {1}; write a method with its formula in this project");

    /// <summary>{0} the expression, {1} the way out.</summary>
    public static readonly DiagnosticDescriptor NotOnVectors = Error(
        "SN2105",
        "An expression has no vector code",
        "There is no vector code for '{0}'; {1}");

    /// <summary>{0} the expression.</summary>
    public static readonly DiagnosticDescriptor DoublePrecision = Error(
        "SN2106",
        "A function calculates in double",
        "'{0}' is a double, but nets calculate with floats; write constants as 0.5f and use MathF");

    /// <summary>{0} the method.</summary>
    public static readonly DiagnosticDescriptor CallsItself = Error(
        "SN2107",
        "A function calls itself",
        "'{0}' calls itself, but vectors have no end of a recursion; write its formula without the call");

    /// <summary>{0} the method, {1} how to write the derivative.</summary>
    public static readonly DiagnosticDescriptor FlatFunction = Error(
        "SN2108",
        "A function's derivative is 0 everywhere",
        "The derivative of '{0}' is 0 everywhere, so nothing before it would learn; write the one to train with beside it: '{1} => ...'");

    /// <summary>{0} the method, {1} the most operations.</summary>
    public static readonly DiagnosticDescriptor TooLarge = Error(
        "SN2109",
        "A function is too large",
        "'{0}' takes more than {1} operations, methods that it calls included; write a simpler formula");

    public static readonly DiagnosticDescriptor[] All =
    [
        NoSuchMethod,
        NotStatic,
        WrongSignature,
        NoExpressionBody,
        SourceNotHere,
        NotOnVectors,
        DoublePrecision,
        CallsItself,
        FlatFunction,
        TooLarge,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
