using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Attributes from their text.</summary>
internal static class AttributeText
{
    /// <param name="text">Without brackets: <c>Input(1)</c>.</param>
    public static AttributeSyntax Parse(string text)
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit("[" + text + "]class A;");
        return ((TypeDeclarationSyntax)unit.Members[0]).AttributeLists[0].Attributes.Single();
    }
}
