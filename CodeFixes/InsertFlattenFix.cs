using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Inserts <c>[Flatten]</c> above a Dense that works on an image.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InsertFlattenFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SN5008"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is { } dense && !ArgumentEdit.IsGiven(dense, "From"))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Insert [Flatten]",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(AttributeInsertion.Before(root, dense, AttributeText.Parse("Flatten")))),
                    nameof(InsertFlattenFix)),
                context.Diagnostics);
        }
    }
}
