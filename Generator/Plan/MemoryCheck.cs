using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Plan;

/// <summary>Finds the layer that asks for more memory than emitted code can reach.</summary>
internal static class MemoryCheck
{
    /// <summary>The first layer whose memory is too large, or with which the net's is; null where all is well.</summary>
    public static Problem? Find(NetSpec spec, NetPlan plan)
    {
        IEnumerable<MemoryPiece> pieces = plan.Inference.Memory.Concat(plan.Training?.Memory ?? []);
        if (pieces.FirstOrDefault(piece => piece.End > MemorySize.Largest) is not { } piece)
        {
            return null;
        }

        // A part of a layer, or what a pass put behind it, has the attribute of the whole.
        Node layer = plan.Declared.Nodes.First(node => node.Attribute == piece.Origin.Attribute);
        bool isAlone = piece.Floats > MemorySize.Largest;
        string label = new LayerLabels(spec).Of(layer.Attribute, layer.Layer.Description);
        Problem problem = isAlone
            ? GraphDiagnostics.TooMuchMemory(label, piece.Floats, piece.What, MemorySize.Largest)
            : GraphDiagnostics.TooMuchMemory(label, piece.End, piece.What + " and the layers before it", MemorySize.Largest);
        return problem with { Attribute = layer.Attribute };
    }
}
