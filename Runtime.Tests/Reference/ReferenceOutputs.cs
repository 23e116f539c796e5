using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Reference;

/// <summary>The outputs of a net in the order of their layers, and the loss of each.</summary>
internal sealed class ReferenceOutputs
{
    private ReferenceOutputs(IReadOnlyList<int> nodes, IReadOnlyList<OutputLoss?> ofNodes)
    {
        Nodes = nodes;
        OfNodes = ofNodes;
        OutputLoss[] losses = [.. ofNodes.OfType<OutputLoss>()];
        Losses = losses;
        Place(losses, labels: true);
        Place(losses, labels: false);
    }

    /// <summary>The numbers of the nodes.</summary>
    public IReadOnlyList<int> Nodes { get; }

    /// <summary>The loss of each node, null where it has none; empty in a net that only predicts.</summary>
    public IReadOnlyList<OutputLoss?> OfNodes { get; }

    /// <summary>The losses that there are.</summary>
    public IReadOnlyList<OutputLoss> Losses { get; }

    public int LabelCount => Losses.Where(loss => loss.TakesLabels).Sum(loss => loss.KnownSize);

    public int TargetSize => Losses.Where(loss => !loss.TakesLabels).Sum(loss => loss.KnownSize);

    public static ReferenceOutputs Read(Type netClass, IReadOnlyList<ReferenceNode> nodes, IReadOnlyDictionary<string, int> byName, ReferenceMasks masks)
    {
        AttributeArguments? compile = AttributeArguments.Of<CompileAttribute>(netClass);
        List<(int Node, Loss? Loss, LossSettings Settings, double Weight)> outputs =
        [
            .. netClass.GetCustomAttributesData().Where(data => data.AttributeType == typeof(OutputAttribute)).Select(data => Further(data, byName)),
            (nodes.Count - 1, compile is { GivesLoss: true } ? compile.Loss() : null, compile is null ? new LossSettings() : LossSettings.Read(compile), 1),
        ];
        outputs.Sort((a, b) => a.Node.CompareTo(b.Node));
        return new ReferenceOutputs(
            [.. outputs.Select(output => output.Node)],
            compile is null ? [] : [.. outputs.Select(output => output.Loss is not Loss loss ? null
                : new OutputLoss(loss, output.Settings, output.Weight, nodes, output.Node) { Masks = masks.Of(output.Node) })]);
    }

    private static (int Node, Loss? Loss, LossSettings Settings, double Weight) Further(CustomAttributeData data, IReadOnlyDictionary<string, int> byName)
    {
        AttributeArguments attribute = new(data);
        Loss? loss = attribute.GivesLoss ? attribute.Loss() : null;
        return (byName[attribute.Value("layer", "")], loss, LossSettings.Read(attribute), attribute.Value("Weight", 1.0));
    }

    private static void Place(IReadOnlyList<OutputLoss> losses, bool labels)
    {
        OutputLoss[] alike = [.. losses.Where(loss => loss.TakesLabels == labels)];
        int first = 0;
        foreach (OutputLoss loss in alike)
        {
            loss.Known = (first, alike.Sum(other => other.KnownSize));
            first += loss.KnownSize;
        }
    }
}
