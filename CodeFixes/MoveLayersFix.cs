using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Moves layers that are split over several declarations behind those of the first, inputs before layers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MoveLayersFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SN1015"];

    // Moved attributes of one net may stand in files of another's; all at once would have to merge them.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && model?.GetDeclaredSymbol(type, context.CancellationToken) is { } net)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Move all layers to one declaration", cancellation => Move(context.Document.Project, net, cancellation), nameof(MoveLayersFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Solution> Move(Project project, INamedTypeSymbol net, CancellationToken cancellation)
    {
        IReadOnlyList<AttributeSyntax> layers = NetSyntax.Layers(net, cancellation);
        SyntaxNode target = layers[0].Parent!.Parent!;
        AttributeSyntax[] moved = [.. layers.Where(layer => layer.Parent!.Parent != target)];
        HashSet<AttributeSyntax> inputs = [.. Inputs(net, cancellation)];
        Solution solution = project.Solution;
        foreach (IGrouping<SyntaxTree, AttributeSyntax> file in moved.Append(layers[0]).GroupBy(layer => layer.SyntaxTree))
        {
            SyntaxNode root = await file.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            AttributeSyntax[] removed = [.. moved.Where(layer => layer.SyntaxTree == file.Key)];
            SyntaxNode changed = root.TrackNodes(layers.Where(layer => layer.SyntaxTree == file.Key));
            if (file.Key == layers[0].SyntaxTree)
            {
                changed = Insert(changed, [.. layers.Except(moved)], moved, inputs);
            }

            foreach (AttributeSyntax layer in removed)
            {
                changed = Remove(changed, changed.GetCurrentNode(layer)!);
            }

            solution = solution.WithDocumentSyntaxRoot(solution.GetDocumentId(file.Key)!, changed);
        }

        return solution;
    }

    private static SyntaxNode Insert(SyntaxNode root, AttributeSyntax[] present, AttributeSyntax[] moved, HashSet<AttributeSyntax> inputs)
    {
        foreach (AttributeSyntax input in moved.Where(inputs.Contains))
        {
            AttributeSyntax? firstLayer = present.FirstOrDefault(layer => !inputs.Contains(layer));
            root = firstLayer is null
                ? AttributeInsertion.After(root, root.GetCurrentNode(present[present.Length - 1])!, input.WithoutTrivia())
                : AttributeInsertion.Before(root, root.GetCurrentNode(firstLayer)!, input.WithoutTrivia());
        }

        // Each goes right behind the last one present, so the last to come goes in first.
        foreach (AttributeSyntax layer in moved.Where(layer => !inputs.Contains(layer)).Reverse())
        {
            root = AttributeInsertion.After(root, root.GetCurrentNode(present[present.Length - 1])!, layer.WithoutTrivia(), Comment(layer));
        }

        return root;
    }

    /// <summary>What stands behind an attribute's own brackets, without the line's end.</summary>
    private static SyntaxTriviaList Comment(AttributeSyntax layer) => layer.Parent is AttributeListSyntax { Attributes.Count: 1 } list
        && list.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? SyntaxFactory.TriviaList(list.GetTrailingTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            : default;

    private static SyntaxNode Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        // What stands above the brackets, such as a doc comment, belongs to the class.
        var type = (TypeDeclarationSyntax)list.Parent!;
        SyntaxToken after = list.GetLastToken().GetNextToken();
        return root.ReplaceNode(type, type.ReplaceToken(after, after.WithLeadingTrivia(list.GetLeadingTrivia())).RemoveList(type.AttributeLists.IndexOf(list)));
    }

    private static IEnumerable<AttributeSyntax> Inputs(INamedTypeSymbol net, CancellationToken cancellation) => net.GetAttributes()
        .Where(attribute => NetSyntax.IsInput(attribute.AttributeClass))
        .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation))
        .OfType<AttributeSyntax>();
}

/// <summary>Removes brackets by their place.</summary>
internal static class AttributeListRemoval
{
    public static TypeDeclarationSyntax RemoveList(this TypeDeclarationSyntax type, int index) =>
        type.RemoveNode(type.AttributeLists[index], SyntaxRemoveOptions.KeepNoTrivia)!;
}
