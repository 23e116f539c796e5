using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Optimizers;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>The net as declared: its layers with all shapes known, in an order in which every layer comes after those it reads.</summary>
internal sealed record NetGraph
{
    public required IReadOnlyList<Node> Nodes { get; init; }

    /// <summary>All outputs in the order of their layers.</summary>
    public required IReadOnlyList<NetOutput> Outputs { get; init; }

    /// <summary>Those with a loss.</summary>
    public IEnumerable<NetOutput> TrainedOutputs => Outputs.Where(output => output.Loss is not null);

    /// <summary>How it is trained, or null for a net that only predicts.</summary>
    public required Training? Training { get; init; }

    /// <summary>Multiply-adds that may be laid out as straight-line code.</summary>
    public required int UnrollBudget { get; init; }

    /// <summary>The algorithm of convolutions that don't name one: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public required Shared.ConvolutionAlgorithm Convolution { get; init; }

    /// <summary>The output that the last layer is.</summary>
    public NetOutput MainOutput => Outputs[Outputs.Count - 1];

    public IEnumerable<Node> Inputs => Nodes.Where(node => node.Layer is InputLayer);

    public int InputSize => Inputs.Sum(input => input.Shape.Size);
}

/// <summary>What <c>[Compile]</c> says.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="HasLoss">Whether it names a loss; if not, gradients come from outside.</param>
/// <param name="InputGradients">Whether the backward pass goes on to the inputs.</param>
internal sealed record Training(OptimizerRule Optimizer, bool HasLoss, bool InputGradients);
