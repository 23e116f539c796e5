using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// Whether the project's C# has what emitted code needs. Most that are too old still get a stub, so that the error stands alone.
/// </summary>
internal static class LanguageChecks
{
    // Nullable annotations.
    private const LanguageVersion OfStubs = LanguageVersion.CSharp8;

    // Static members of interfaces.
    private const LanguageVersion OfContracts = LanguageVersion.CSharp11;

    private const LanguageVersion OfNets = LanguageVersion.CSharp12;

    public static IEnumerable<LocatedProblem> Find(DeclaredNet net)
    {
        if (Version(net) < OfNets && !IsTooOldForStubs(net))
        {
            yield return new(DeclarationDiagnostics.LanguageTooOld(net.Name), net.NameLocation);
        }
    }

    public static bool IsTooOldForStubs(DeclaredNet net) => Version(net) < OfStubs;

    /// <summary>The class that implements the interface for a stub which can't; null where it can, or has another base class.</summary>
    public static string? StubBase(DeclaredNet net) =>
        Version(net) >= OfContracts ? null
            : net.Symbol.BaseType is { SpecialType: SpecialType.System_Object } ? "global::StaticNets.StubNet"
            : "";

    private static LanguageVersion Version(DeclaredNet net) => ((CSharpCompilation)net.Compilation).LanguageVersion;
}
