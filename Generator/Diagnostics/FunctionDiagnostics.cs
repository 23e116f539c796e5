using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with an activation or a loss of the user's own.</summary>
internal static class FunctionDiagnostics
{
    private static readonly DiagnosticDescriptor s_noSuchMethod = Rule.Of("SN2100", "There is no such method");

    public static Problem NoSuchMethod(string method, string type, string signature) => new(
        s_noSuchMethod,
        $"'{type}' has no method '{method}'; write '{signature} => ...' there, or name that of another class as nameof(Class.Method)");

    private static readonly DiagnosticDescriptor s_notStatic = Rule.Of("SN2101", "A function is not static");

    public static Problem NotStatic(string method, string signature) => new(
        s_notStatic,
        $"'{method}' needs an instance, but a function of the net depends on its arguments alone; write '{signature} => ...'");

    private static readonly DiagnosticDescriptor s_wrongSignature = Rule.Of("SN2102", "A function has the wrong signature");

    public static Problem WrongSignature(string method, string signature) =>
        new(s_wrongSignature, $"'{method}' does not have the signature that is needed here; write '{signature} => ...'");

    private static readonly DiagnosticDescriptor s_noExpressionBody = Rule.Of("SN2103", "A function is not one expression");

    public static Problem NoExpressionBody(string method, string signature) => new(
        s_noExpressionBody,
        $"'{method}' has a body of statements, but only one expression becomes vector code; write '{signature} => ...'");

    private static readonly DiagnosticDescriptor s_sourceNotHere = Rule.Of("SN2104", "A function's source is not in the project");

    public static Problem SourceNotHere(string method, string assembly) => new(
        s_sourceNotHere,
        $"The generator reads the source of '{method}', but that is compiled in {assembly}; "
            + $"write a method with its formula in this project");

    private static readonly DiagnosticDescriptor s_notOnVectors = Rule.Of("SN2105", "An expression has no vector code");

    public static Problem NotOnVectors(string expression, string wayOut) =>
        new(s_notOnVectors, $"There is no vector code for '{expression}'; {wayOut}");

    private static readonly DiagnosticDescriptor s_doublePrecision = Rule.Of("SN2106", "A function calculates in double");

    public static Problem DoublePrecision(string expression) =>
        new(s_doublePrecision, $"'{expression}' is a double, but nets calculate with floats; write constants as 0.5f and use MathF");

    private static readonly DiagnosticDescriptor s_callsItself = Rule.Of("SN2107", "A function calls itself");

    public static Problem CallsItself(string method) =>
        new(s_callsItself, $"'{method}' calls itself, but vectors have no end of a recursion; write its formula without the call");

    private static readonly DiagnosticDescriptor s_flatFunction = Rule.Of("SN2108", "A function's derivative is 0 everywhere");

    public static Problem FlatFunction(string method, string signature) => new(
        s_flatFunction,
        $"The derivative of '{method}' is 0 everywhere, so nothing before it would learn; "
            + $"write the one to train with beside it: '{signature} => ...'");

    private static readonly DiagnosticDescriptor s_tooLarge = Rule.Of("SN2109", "A function is too large");

    public static Problem TooLarge(string method, int most) =>
        new(s_tooLarge, $"'{method}' takes more than {most} operations, methods that it calls included; write a simpler formula");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_noSuchMethod, s_notStatic, s_wrongSignature, s_noExpressionBody, s_sourceNotHere, s_notOnVectors, s_doublePrecision,
        s_callsItself, s_flatFunction, s_tooLarge,
    ];
}
