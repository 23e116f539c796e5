using System.Collections.Generic;
using StaticNets.Generator.Losses;

namespace StaticNets.Generator.Graph;

/// <summary>One output of the net: a layer's values, with what they are compared with.</summary>
internal sealed class NetOutput(Node node, LossFunction? loss, double weight, OutputMetrics metrics, int attribute)
{
    /// <summary>The layer's name as declared.</summary>
    public string Name { get; } = node.Name;

    /// <summary>Where it is declared: <c>Problem.Compile</c>, or what stands for its <c>[Output]</c> among problems.</summary>
    public int Attribute { get; } = attribute;

    /// <summary>The node with the values; passes may replace it.</summary>
    public Node Node { get; set; } = node;

    /// <summary>The shape of its values, whatever passes make of the node.</summary>
    public Shape Shape { get; } = node.Shape;

    /// <summary>Null in a net that only predicts, and where the output is for predictions alone.</summary>
    public LossFunction? Loss { get; } = loss;

    /// <summary>Whether the graph that it is an output of leaves it out: training those without a loss.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>What the loss is multiplied by in the net's.</summary>
    public double Weight { get; } = weight;

    public OutputMetrics Metrics { get; } = metrics;

    /// <summary>The last activation, where it is computed together with the loss; else null.</summary>
    public Node? FusedActivation { get; set; }

    /// <summary>The node with the mask of its steps, which the loss leaves out where it is 0; null where all count.</summary>
    public Node? Mask { get; set; }

    /// <summary>Whether some of the batch's rows may not count.</summary>
    public bool LeavesRowsOut => Mask is not null || Loss?.IgnoreClass is not null;

    public bool TakesLabels => Loss is { IsSparse: true };

    /// <summary>Targets a sample, or labels.</summary>
    public int KnownSize => Loss is null ? 0 : TakesLabels ? Shape.Rows : Shape.Size;
}
