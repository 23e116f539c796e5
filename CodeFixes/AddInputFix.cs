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

/// <summary>Adds <c>[Input]</c> above a net's first layer. Its sizes are the user's to fill in; it has as many axes as that layer needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddInputFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SN1016"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax type } marker
            || model?.GetDeclaredSymbol(type, context.CancellationToken) is not { } net)
        {
            return;
        }

        AttributeSyntax? first = NetSyntax.Layers(net, context.CancellationToken).FirstOrDefault();
        SemanticModel? firstModel = first is null ? null : await ModelOf(document.Project.Solution, first, context.CancellationToken).ConfigureAwait(false);
        string? kind = first is null ? null : NetSyntax.Kind(first, firstModel!, context.CancellationToken);
        string input = kind is not null && kind.EndsWith("2D", System.StringComparison.Ordinal) ? "Input(28, 28, 1)" : "Input(1)";
        context.RegisterCodeFix(
            CodeAction.Create($"Add [{input}]", cancellation => Fix(document, first, marker, input, cancellation), nameof(AddInputFix)), context.Diagnostics);
    }

    private static async Task<Solution> Fix(Document document, AttributeSyntax? first, AttributeSyntax marker, string input, CancellationToken cancellation)
    {
        AttributeSyntax attribute = AttributeText.Parse(input);
        AttributeSyntax neighbour = first ?? marker;
        Document target = document.Project.Solution.GetDocument(neighbour.SyntaxTree) ?? document;
        SyntaxNode root = await neighbour.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        SyntaxNode changed = first is null ? AttributeInsertion.After(root, marker, attribute) : AttributeInsertion.Before(root, first, attribute);
        return document.Project.Solution.WithDocumentSyntaxRoot(target.Id, changed);
    }

    private static async Task<SemanticModel?> ModelOf(Solution solution, SyntaxNode node, CancellationToken cancellation) =>
        solution.GetDocument(node.SyntaxTree) is { } document ? await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) : null;
}
