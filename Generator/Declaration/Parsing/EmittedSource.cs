using System.Threading;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Tells this generator's own output from the user's source: the analyzer sees both in one class.</summary>
internal static class EmittedSource
{
    public static bool Contains(SyntaxTree tree, CancellationToken cancellation)
    {
        SourceText text = tree.GetText(cancellation);
        return text.Length >= SourceHeader.Text.Length
            && text.ToString(new TextSpan(0, SourceHeader.Text.Length)).Equals(SourceHeader.Text, StringComparison.Ordinal);
    }
}
