using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>One method of emitted code.</summary>
internal static class EmittedMethod
{
    /// <summary>The lines of the only method of that name, from its comment to its end, as far to the left as they go.</summary>
    public static string Of(string source, string name)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source);
        MethodDeclarationSyntax method = Assert.Single(
            tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>(), method => method.Identifier.Text == name);
        SourceText text = tree.GetText();
        int first = text.Lines.GetLinePosition(method.FullSpan.Start).Line;
        int last = text.Lines.GetLinePosition(method.Span.End).Line;
        string[] lines = [.. text.Lines.Skip(first).Take(last - first + 1).Select(line => line.ToString())];
        int indentation = lines[^1].Length - lines[^1].TrimStart().Length;
        return string.Concat(lines
            .SkipWhile(string.IsNullOrWhiteSpace)
            .Select(line => (line.Length > indentation ? line[indentation..] : line.TrimStart()) + "\n"));
    }
}
