using System.Collections.Generic;

namespace StaticNets.Tests.Reference;

/// <summary>A layer in the graph. An activated layer is two nodes, the second with the layer's name.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Layer">What it computes.</param>
/// <param name="Inputs">The nodes it reads.</param>
/// <param name="WeightOffset">Where its weights begin in the parameter block.</param>
internal sealed record ReferenceNode(string Name, ReferenceLayer Layer, int[] Inputs, int WeightOffset)
{
    /// <summary>Whether the user froze it.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The factor of the output's penalty <c>sum |y| / B</c>.</summary>
    public double ActivityL1 { get; init; }

    /// <summary>The factor of the output's penalty <c>sum y^2 / B</c>.</summary>
    public double ActivityL2 { get; init; }

    public bool HasActivityPenalty => ActivityL1 != 0 || ActivityL2 != 0;

    public int WeightCount { get; } = Count(Layer.Weights);

    private static int Count(IReadOnlyList<ReferenceTensor> tensors)
    {
        int count = 0;
        foreach (ReferenceTensor tensor in tensors)
        {
            count += tensor.Length;
        }

        return count;
    }
}
