using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What the compiler knows of a diagnostic before there is one: all but the message, which a problem has whole.</summary>
internal static class Rule
{
    /// <param name="id">Its thousand says what it is about.</param>
    /// <param name="title">What is wrong, in general.</param>
    /// <param name="advice">How loud it is where it is advice; all else is an error.</param>
    public static DiagnosticDescriptor Of(string id, string title, DiagnosticSeverity advice = DiagnosticSeverity.Info)
    {
        string category = id[2] switch
        {
            '1' => "Declaration",
            '2' => "Arguments",
            '3' => "Graph",
            '4' => "Training",
            _ => "Advice",
        };
        DiagnosticSeverity severity = category == "Advice" ? advice : DiagnosticSeverity.Error;
        return new DiagnosticDescriptor(id, title, "{0}", "StaticNets." + category, severity, isEnabledByDefault: true);
    }
}
