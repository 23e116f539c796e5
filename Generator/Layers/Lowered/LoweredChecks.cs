using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>
/// What can be wrong with a net whose layers all have their shapes: what reaches further than from one layer to the next.
/// </summary>
internal sealed class LoweredChecks
{
    private readonly LayerLabels _labels;

    private LoweredChecks(NetSpec spec) => _labels = new LayerLabels(spec);

    public static IEnumerable<Problem> Find(NetSpec spec, NetGraph declared, Graph lowered)
    {
        var checks = new LoweredChecks(spec);

        // A layer that is too large by itself is named; only then is the net that all make.
        IEnumerable<Problem> large = checks.FindLargeValues(declared, lowered).Concat(FindLargeNet(spec, declared)).Take(1);
        return large.Concat(checks.FindComputedIndexes(declared, lowered)).Concat(checks.FindHiddenMasks(declared, lowered));
    }

    /// <summary>Values of a layer's parts that have more elements than can be addressed.</summary>
    private IEnumerable<Problem> FindLargeValues(NetGraph declared, Graph lowered)
    {
        foreach (Operation operation in lowered.Operations.Where(operation => !operation.Result.Shape.Fits))
        {
            Node layer = declared.Nodes.First(node => node.Attribute == operation.Origin.Attribute);
            string label = _labels.Of(layer.Attribute, layer.Layer.Description);
            yield return GraphDiagnostics.TooLarge(label, Shape.Product(operation.Result.Shape.Dimensions))
                with { Attribute = layer.Attribute };
        }
    }

    /// <summary>Sizes that add up to more than 32-bit offsets can reach.</summary>
    private static IEnumerable<Problem> FindLargeNet(NetSpec spec, NetGraph declared)
    {
        long parameters = declared.Nodes.Sum(node => node.Layer.ParameterCount);
        long values = declared.Nodes.Sum(node => (long)node.Shape.Size);
        if (parameters > Shape.LargestSize || values > Shape.LargestSize)
        {
            yield return GraphDiagnostics.TooLarge(spec.Name, Math.Max(parameters, values));
        }
    }

    /// <summary>Indexes that are no input of the net, under whatever shape: the runtime checks inputs, and nothing else.</summary>
    private IEnumerable<Problem> FindComputedIndexes(NetGraph declared, Graph lowered)
    {
        foreach (Gather gather in lowered.Operations.OfType<Gather>())
        {
            if (lowered.Producer(lowered.Uses.Unviewed(gather.X)) is not Input)
            {
                Node layer = declared.Nodes.First(node => node.Attribute == gather.Origin.Attribute);
                string label = _labels.Of(layer.Attribute, layer.Layer.Description);
                yield return SequenceDiagnostics.NoIndexes(label, layer.Inputs[0].Layer.Kind) with { Attribute = layer.Attribute };
            }
        }
    }

    /// <summary>Outputs with metrics whose masked steps not the net's inputs alone tell: metrics see nothing else.</summary>
    private IEnumerable<Problem> FindHiddenMasks(NetGraph declared, Graph lowered)
    {
        for (int i = 0; i < lowered.Outputs.Count; i++)
        {
            if (lowered.Outputs[i] is { Metrics.Names.Count: > 0, Mask: { } mask } && new MaskedInputs(lowered).Of(mask).Count == 0)
            {
                NetOutput output = declared.Outputs[i];
                string label = _labels.Of(output.Node.Attribute, output.Node.Layer.Description);
                yield return SequenceDiagnostics.MetricsOfMasked(label) with { Attribute = output.Attribute };
            }
        }
    }
}
