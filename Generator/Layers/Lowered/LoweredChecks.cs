using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>What can be wrong with a net whose layers all have their shapes: what reaches further than from one layer to the next.</summary>
internal static class LoweredChecks
{
    public static IEnumerable<Problem> Find(NetSpec spec, NetGraph declared, Graph lowered) =>
        FindLargeValues(spec, declared, lowered)
            .Concat(FindComputedIndexes(spec, declared, lowered))
            .Concat(FindHiddenMasks(spec, declared, lowered));

    /// <summary>Values of a layer's parts that have more elements than can be addressed.</summary>
    private static IEnumerable<Problem> FindLargeValues(NetSpec spec, NetGraph declared, Graph lowered)
    {
        foreach (Operation operation in lowered.Operations.Where(operation => !operation.Result.Shape.Fits).Take(1))
        {
            Node layer = declared.Nodes.First(node => node.Attribute == operation.Origin.Attribute);
            string label = LayerLabel.Of(spec, layer.Attribute, layer.Layer.Description);
            string[] arguments = [label, Literal.Product(operation.Result.Shape.Dimensions), Literal.Int(Shape.LargestSize)];
            yield return new Problem("SN3010", layer.Attribute, null, new EquatableArray<string>(arguments));
        }
    }

    /// <summary>Indexes that are no input of the net, under whatever shape: the runtime checks inputs, and nothing else.</summary>
    private static IEnumerable<Problem> FindComputedIndexes(NetSpec spec, NetGraph declared, Graph lowered)
    {
        foreach (Gather gather in lowered.Operations.OfType<Gather>())
        {
            if (lowered.Producer(lowered.Uses.Unviewed(gather.X)) is not Input)
            {
                Node layer = declared.Nodes.First(node => node.Attribute == gather.Origin.Attribute);
                string[] arguments = [LayerLabel.Of(spec, layer.Attribute, layer.Layer.Description), layer.Inputs[0].Layer.Kind];
                yield return new Problem("SN3051", layer.Attribute, null, new EquatableArray<string>(arguments));
            }
        }
    }

    /// <summary>Outputs with metrics whose masked steps not the net's inputs alone tell: metrics see nothing else.</summary>
    private static IEnumerable<Problem> FindHiddenMasks(NetSpec spec, NetGraph declared, Graph lowered)
    {
        for (int i = 0; i < lowered.Outputs.Count; i++)
        {
            if (lowered.Outputs[i] is { Metrics.Names.Count: > 0, Mask: { } mask } && new MaskedInputs(lowered).Of(mask).Count == 0)
            {
                NetOutput output = declared.Outputs[i];
                string label = LayerLabel.Of(spec, output.Node.Attribute, output.Node.Layer.Description);
                yield return new Problem("SN3060", output.Attribute, "Metrics", new EquatableArray<string>([label]));
            }
        }
    }
}
