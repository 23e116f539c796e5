namespace StaticNets;

/// <summary>
/// The dot products of two layers along one axis of each: (.., K, ..) and (.., K, ..) become the first one's other axes and then the second
/// one's; two vectors become (1).
/// </summary>
/// <param name="inputs">The names of the two layers to read, in order. One name means the layer above and that one.</param>
public sealed class DotAttribute(params string[] inputs) : MergeAttribute(inputs)
{
    /// <summary>The axis of both layers, counting the batch as axis 0, or from the end when negative. Default -1.</summary>
    public int Axes { get; set; } = -1;

    /// <summary>The axis of the first and of the second layer, where they differ.</summary>
    public int[]? AxesPerInput { get; set; }

    /// <summary>
    /// Whether rows are divided by their length first, and by no less than 1e-7: the product is then the cosine of
    /// their angle. Default false.
    /// </summary>
    public bool Normalize { get; set; }
}
