using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Common;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Puts the layers of blocks in the places where the net uses them.</summary>
internal sealed class BlockExpansion
{
    // Deeper than any block that does not contain itself.
    private const int DeepestNesting = 16;
    private const int MostRepetitions = 10_000;

    private readonly DeclaredNet _net;
    private readonly List<AttributeSpec> _layers = new();
    private readonly List<LocatedProblem> _problems = new();
    private int _blocks;

    private BlockExpansion(DeclaredNet net) => _net = net;

    /// <summary>All layers, those of blocks included.</summary>
    public IReadOnlyList<AttributeSpec> Layers => _layers;

    public IReadOnlyList<LocatedProblem> Problems => _problems;

    /// <param name="net">The net.</param>
    /// <param name="declared">Its layers as they stand on the class.</param>
    public static BlockExpansion Of(DeclaredNet net, IReadOnlyList<AttributeSpec> declared)
    {
        var expansion = new BlockExpansion(net);
        for (int i = 0; i < declared.Count; i++)
        {
            expansion.Add(net.Attributes.Layers[i].AttributeClass, declared[i] with { Declared = i }, depth: 0);
        }

        return expansion;
    }

    private void Add(INamedTypeSymbol? type, AttributeSpec layer, int depth)
    {
        if (!WellKnownTypes.IsBlock(type))
        {
            _layers.Add(layer);
            return;
        }

        if (depth == DeepestNesting)
        {
            Report(DeclarationDiagnostics.EndlessBlock, layer, null, layer.Kind);
            return;
        }

        List<(INamedTypeSymbol? Type, AttributeSpec Spec)> parts = [.. Parts(type!)];
        if (parts.Count == 0)
        {
            Report(DeclarationDiagnostics.EmptyBlock, layer, null, layer.Kind);
            return;
        }

        if (layer.Arguments.FirstOrDefault(argument => argument.Value is HiddenValue) is { } hidden)
        {
            Report(ArgumentDiagnostics.BlockConstructorNotSeen, layer, null, layer.Kind, hidden.Name, ((HiddenValue)hidden.Value).Reason);
            return;
        }

        BlockArguments use = BlockArguments.Of(layer);
        if (use.Repeat is < 1 or > MostRepetitions)
        {
            Report(ArgumentDiagnostics.SizeNotPositive, layer, "Repeat", layer.Kind, "Repeat", Literal.Int(use.Repeat));
            return;
        }

        if (use.Filters is null && parts.Any(part => BlockArguments.NeedsFilters(part.Spec)))
        {
            Report(ArgumentDiagnostics.BlockWithoutFilters, layer, null, layer.Kind);
            return;
        }

        foreach (string factor in layer.Arguments.Select(argument => argument.Name).Where(name => name is "ActivityL1" or "ActivityL2"))
        {
            Report(PenaltyDiagnostics.NoOutputOfItsOwn, layer, factor, layer.Kind, factor, "the last layer of the block");
        }

        for (int repetition = 0; repetition < use.Repeat; repetition++)
        {
            var scope = new BlockScope(_blocks++, layer.Kind, use.Name, repetition == 0 ? use.From : null, repetition, layer.Block);
            foreach ((INamedTypeSymbol? partType, AttributeSpec part) in parts)
            {
                Add(partType, use.Apply(part, repetition) with { Declared = layer.Declared, Block = scope }, depth + 1);
            }
        }
    }

    private IEnumerable<(INamedTypeSymbol? Type, AttributeSpec Spec)> Parts(INamedTypeSymbol block) => block.GetAttributes()
        .Where(attribute => NetAttributes.IsLayerOrUnknown(attribute.AttributeClass) && !WellKnownTypes.IsInput(attribute.AttributeClass))
        .OrderBy(attribute => attribute.ApplicationSyntaxReference?.Span.Start ?? 0)
        .Select(attribute => (attribute.AttributeClass, AttributeReader.Read(attribute, block, _net)));

    private void Report(DiagnosticDescriptor descriptor, AttributeSpec layer, string? argument, params string[] messageArguments)
    {
        var problem = new Problem(descriptor.Id, layer.Declared, argument, new EquatableArray<string>(messageArguments));
        if (_problems.All(other => !other.Problem.Equals(problem)))
        {
            _problems.Add(_net.Locate(problem));
        }
    }
}
