namespace StaticNets;

/// <summary>The same values with the axes in another order: output axis i is input axis <c>dims[i]</c>.</summary>
/// <param name="dims">
/// The input's axes in the new order, counted from 1; the batch is not among them. <c>Permute(2, 1)</c> swaps two axes.
/// </param>
public sealed class PermuteAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>The input's axes in the new order, counted from 1.</summary>
    public int[] Dims { get; } = dims;
}
