namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How the passes of a convolution are computed: by Winograd's tiles of so many results a side, or directly where null.</summary>
internal sealed record ConvolutionAlgorithms(int? Forward, int? BackwardData, int? BackwardWeights)
{
    public static readonly ConvolutionAlgorithms Direct = new(null, null, null);

    /// <summary>The tiles in use.</summary>
    public IEnumerable<int> Tiles => new[] { Forward, BackwardData, BackwardWeights }.OfType<int>().Distinct();

    public static ConvolutionAlgorithms All(int? tile) => new(tile, tile, tile);
}
