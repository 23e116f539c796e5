using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Puts an attribute beside another one in that one's manner: in its brackets where it shares them, else in brackets on a line of its own.</summary>
internal static class AttributeInsertion
{
    public static SyntaxNode Before(SyntaxNode root, AttributeSyntax neighbour, AttributeSyntax attribute) => Insert(root, neighbour, attribute, 0, default);

    /// <param name="root">The tree that holds the neighbour.</param>
    /// <param name="neighbour">The attribute above.</param>
    /// <param name="attribute">What to insert.</param>
    /// <param name="comment">What stands behind it on its line, if it gets a line.</param>
    public static SyntaxNode After(SyntaxNode root, AttributeSyntax neighbour, AttributeSyntax attribute, SyntaxTriviaList comment = default) =>
        Insert(root, neighbour, attribute, 1, comment);

    private static SyntaxNode Insert(SyntaxNode root, AttributeSyntax neighbour, AttributeSyntax attribute, int distance, SyntaxTriviaList comment)
    {
        var list = (AttributeListSyntax)neighbour.Parent!;
        if (list.Attributes.Count > 1)
        {
            int index = list.Attributes.IndexOf(neighbour) + distance;
            return root.ReplaceNode(list, list.WithAttributes(Insert(list.Attributes, index, attribute)));
        }

        // Brackets without elastic trivia, or the editor would lay them out anew.
        AttributeListSyntax added = SyntaxFactory.AttributeList(
            SyntaxFactory.Token(default, SyntaxKind.OpenBracketToken, default),
            null,
            SyntaxFactory.SingletonSeparatedList(attribute.WithoutTrivia()),
            SyntaxFactory.Token(default, SyntaxKind.CloseBracketToken, default));
        SyntaxTriviaList indentation = Indentation(list);
        if (distance == 0)
        {
            SyntaxTriviaList end = BeginsLine(list) ? LineEnd(list) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
            added = added.WithLeadingTrivia(list.GetLeadingTrivia()).WithTrailingTrivia(end);
            return root.ReplaceNode(list, new[] { added, list.WithLeadingTrivia(indentation) });
        }

        added = added.WithLeadingTrivia(indentation).WithTrailingTrivia(comment.AddRange(LineEnd(list)));
        return root.ReplaceNode(list, new[] { WithLineEnd(list), added });
    }

    private static SeparatedSyntaxList<AttributeSyntax> Insert(SeparatedSyntaxList<AttributeSyntax> attributes, int index, AttributeSyntax attribute)
    {
        List<AttributeSyntax> nodes = [.. attributes];
        List<SyntaxToken> separators = [.. attributes.GetSeparators()];
        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));

        // What stands around a list's first attribute belongs to the place, not to the attribute.
        AttributeSyntax added = attribute.WithoutTrivia();
        if (index < nodes.Count)
        {
            added = added.WithLeadingTrivia(nodes[index].GetLeadingTrivia());
            nodes[index] = nodes[index].WithLeadingTrivia();
        }

        nodes.Insert(index, added);
        separators.Insert(System.Math.Min(index, separators.Count), comma);
        return SyntaxFactory.SeparatedList(nodes, separators);
    }

    /// <summary>The white space between the line's begin and the brackets; none where something else stands before them.</summary>
    private static SyntaxTriviaList Indentation(AttributeListSyntax list)
    {
        SyntaxTrivia last = list.GetLeadingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
    }

    private static bool BeginsLine(AttributeListSyntax list)
    {
        SyntaxToken before = list.GetFirstToken().GetPreviousToken();
        return before.IsKind(SyntaxKind.None) || before.TrailingTrivia.Concat(list.GetLeadingTrivia()).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static SyntaxTriviaList LineEnd(AttributeListSyntax list)
    {
        SyntaxTrivia last = list.GetTrailingTrivia().LastOrDefault();
        return SyntaxFactory.TriviaList(last.IsKind(SyntaxKind.EndOfLineTrivia) ? last : SyntaxFactory.Space);
    }

    private static AttributeListSyntax WithLineEnd(AttributeListSyntax list) =>
        list.GetTrailingTrivia().Any() ? list : list.WithTrailingTrivia(SyntaxFactory.Space);
}
