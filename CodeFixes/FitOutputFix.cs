using System;
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

/// <summary>Makes output activation and loss fit each other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class FitOutputFix : CodeFixProvider
{
    private const string OneClass = "SN4002";
    private const string SoftmaxWithDistance = "SN5002";
    private const string NoProbabilities = "SN5006";
    private const string SoftmaxOfOne = "SN5007";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [OneClass, SoftmaxWithDistance, NoProbabilities, SoftmaxOfOne];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax type } attribute
            || model?.GetDeclaredSymbol(type, context.CancellationToken) is not { } net)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            var attributes = new NetAttributes(root, attribute, model, net, context.CancellationToken);
            if (Fix(diagnostic, attributes) is ({ } title, { } changed))
            {
                Document document = context.Document.WithSyntaxRoot(changed);
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), title), diagnostic);
            }
        }
    }

    private static (string Title, SyntaxNode Root)? Fix(Diagnostic diagnostic, NetAttributes net) => diagnostic.Id switch
    {
        SoftmaxWithDistance => ("Use Loss.CategoricalCrossentropy", net.Replace((net.Reported, WithLoss(net.Reported, "CategoricalCrossentropy")))),
        NoProbabilities when diagnostic.Properties.TryGetValue("4", out string? wanted) && wanted is not null =>
            ("Use Activation." + wanted, net.WithActivation(net.Reported, wanted) is { } layer
                ? net.Replace((net.Reported, layer))
                : AttributeInsertion.After(net.Root, net.Reported, AttributeText.Parse($"Activation(Activation.{wanted})"))),
        SoftmaxOfOne when net.WithActivation(net.Reported, "Sigmoid") is { } layer => Sigmoid(net, net.Reported, layer),
        OneClass when net.Last is { } last && net.WithActivation(last, "Sigmoid") is { } layer => Sigmoid(net, last, layer),
        _ => null,
    };

    private static (string Title, SyntaxNode Root) Sigmoid(NetAttributes net, AttributeSyntax layer, AttributeSyntax changed) =>
        net.Compile is { } compile && ArgumentEdit.ParameterMember(compile, "loss", 0) is { } loss && loss.EndsWith("CategoricalCrossentropy", StringComparison.Ordinal)
            ? ("Use Activation.Sigmoid and Loss.BinaryCrossentropy", net.Replace((layer, changed), (compile, WithLoss(compile, "BinaryCrossentropy"))))
            : ("Use Activation.Sigmoid", net.Replace((layer, changed)));

    private static AttributeSyntax WithLoss(AttributeSyntax compile, string loss) => ArgumentEdit.SetParameter(compile, "loss", 0, "Loss", loss);

    /// <summary>A net's attributes as far as they stand in the file of the diagnostic.</summary>
    private sealed class NetAttributes(SyntaxNode root, AttributeSyntax reported, SemanticModel model, INamedTypeSymbol net, CancellationToken cancellation)
    {
        public SyntaxNode Root => root;

        /// <summary>The attribute that the diagnostic is about.</summary>
        public AttributeSyntax Reported => reported;

        public AttributeSyntax? Compile => net.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "CompileAttribute" && attribute.ApplicationSyntaxReference?.SyntaxTree == root.SyntaxTree)
            .Select(attribute => attribute.ApplicationSyntaxReference!.GetSyntax(cancellation))
            .OfType<AttributeSyntax>()
            .FirstOrDefault();

        /// <summary>The last layer.</summary>
        public AttributeSyntax? Last => NetSyntax.Layers(net, cancellation).LastOrDefault() is { } last && last.SyntaxTree == root.SyntaxTree ? last : null;

        /// <summary>The layer with another activation, or null for a kind that has none.</summary>
        public AttributeSyntax? WithActivation(AttributeSyntax layer, string member) => NetSyntax.Kind(layer, model, cancellation) switch
        {
            "Activation" => ArgumentEdit.SetParameter(layer, "activation", 0, "Activation", member),
            "Dense" or "Conv2D" => ArgumentEdit.SetProperty(layer, "Activation", "Activation", member),
            _ => null,
        };

        public SyntaxNode Replace(params (AttributeSyntax Old, AttributeSyntax New)[] edits)
        {
            Dictionary<SyntaxNode, SyntaxNode> changed = edits.ToDictionary(edit => (SyntaxNode)edit.Old, edit => (SyntaxNode)edit.New);
            return root.ReplaceNodes(changed.Keys, (old, _) => changed[old]);
        }
    }
}
