using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Puts the layers of blocks in the places where the net uses them.</summary>
internal sealed class BlockExpansion
{
    /// <summary>Some times as many layers as the deepest nets in use have, and as many uses of blocks.</summary>
    public const int MostLayers = 4096;

    private readonly DeclaredNet _net;
    private readonly List<AttributeSpec> _layers = new();
    private readonly List<LocatedProblem> _problems = new();
    private readonly Dictionary<ISymbol, IReadOnlyList<(INamedTypeSymbol? Type, AttributeSpec Spec)>> _parts =
        new(SymbolEqualityComparer.Default);

    // The blocks around the one that is expanded.
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private int _blocks;
    private bool _isReportedFull;

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
            expansion.Add(net.Attributes.Layers[i].AttributeClass, declared[i] with { Declared = i });
        }

        return expansion;
    }

    private bool IsFull => _layers.Count > MostLayers || _blocks > MostLayers;

    private void Add(INamedTypeSymbol? type, AttributeSpec layer)
    {
        _net.Cancellation.ThrowIfCancellationRequested();
        if (!WellKnownTypes.IsBlock(type))
        {
            _layers.Add(layer);
            ReportFull(layer);
            return;
        }

        if (!_open.Add(type!))
        {
            Report(layer, DeclarationDiagnostics.EndlessBlock(layer.Kind));
            return;
        }

        AddBlock(type!, layer);
        _open.Remove(type!);
    }

    private void AddBlock(INamedTypeSymbol type, AttributeSpec layer)
    {
        IReadOnlyList<(INamedTypeSymbol? Type, AttributeSpec Spec)> parts = Parts(type);
        if (parts.Count == 0)
        {
            Report(layer, DeclarationDiagnostics.EmptyBlock(layer.Kind));
            return;
        }

        if (layer.Arguments.FirstOrDefault(argument => argument.Value is HiddenValue) is { } hidden)
        {
            Report(layer, ArgumentDiagnostics.BlockConstructorNotSeen(layer.Kind, hidden.Name, ((HiddenValue)hidden.Value).Reason));
            return;
        }

        BlockArguments use = BlockArguments.Of(layer);
        if (use.Repeat < 1)
        {
            Report(layer, ArgumentDiagnostics.SizeNotPositive(layer.Kind, "Repeat", use.Repeat));
            return;
        }

        if (use.Filters is null && parts.Any(part => BlockArguments.NeedsFilters(part.Spec)))
        {
            Report(layer, ArgumentDiagnostics.BlockWithoutFilters(layer.Kind));
            return;
        }

        foreach (string factor in layer.Arguments.Select(argument => argument.Name).Where(name => name is "ActivityL1" or "ActivityL2"))
        {
            Report(layer, PenaltyDiagnostics.NoOutputOfItsOwn(layer.Kind, factor, "the last layer of the block"));
        }

        for (int repetition = 0; repetition < use.Repeat && !IsFull; repetition++)
        {
            var scope = new BlockScope(_blocks++, layer.Kind, use.Name, repetition == 0 ? use.From : null, repetition, layer.Block);
            foreach ((INamedTypeSymbol? partType, AttributeSpec part) in parts.TakeWhile(_ => !IsFull))
            {
                Add(partType, use.Apply(part, repetition) with { Declared = layer.Declared, Block = scope });
            }

            ReportFull(layer);
        }
    }

    private IReadOnlyList<(INamedTypeSymbol? Type, AttributeSpec Spec)> Parts(INamedTypeSymbol block)
    {
        if (!_parts.TryGetValue(block, out IReadOnlyList<(INamedTypeSymbol? Type, AttributeSpec Spec)> parts))
        {
            parts = [.. ReadParts(block)];
            _parts.Add(block, parts);
        }

        return parts;
    }

    private IEnumerable<(INamedTypeSymbol? Type, AttributeSpec Spec)> ReadParts(INamedTypeSymbol block) => block.GetAttributes()
        .Where(attribute => NetAttributes.IsLayerOrUnknown(attribute.AttributeClass) && !WellKnownTypes.IsInput(attribute.AttributeClass))
        .OrderBy(attribute => attribute.ApplicationSyntaxReference?.Span.Start ?? 0)
        .Select(attribute => (attribute.AttributeClass, AttributeReader.Read(attribute, block, _net)));

    /// <summary>Says once that the net is full: what follows is left out.</summary>
    private void ReportFull(AttributeSpec layer)
    {
        if (IsFull && !_isReportedFull)
        {
            _isReportedFull = true;
            Report(layer, DeclarationDiagnostics.TooManyLayers(_net.Name, MostLayers));
        }
    }

    private void Report(AttributeSpec layer, Problem problem)
    {
        Problem found = problem with { Attribute = layer.Declared };
        if (_problems.All(other => !other.Problem.Equals(found)))
        {
            _problems.Add(_net.Locate(found));
        }
    }
}
