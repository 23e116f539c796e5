namespace StaticNets.Generator.Ir;

/// <summary>
/// A weight of the net, in its place in the parameter block. Operations that share a weight hold the same object.
/// </summary>
/// <param name="Layer">The layer that it belongs to, or the part of one: <c>conv2d_1</c>, <c>bidirectional_forward</c>.</param>
/// <param name="File">What files call it: <c>conv2d_1/kernel</c>.</param>
/// <param name="Tensor">Its name in the layer, shape, start and penalties.</param>
internal sealed record Weight(string Layer, string File, WeightTensor Tensor)
{
    public Shape Shape => Tensor.Shape;

    /// <summary>Whether it is trained: if not, it has no gradient, and its penalty does not count.</summary>
    public bool IsTrainable => Tensor.IsTrainable;

    /// <summary>As printed graphs show it: <c>@conv2d_1/kernel</c>.</summary>
    public override string ToString() => "@" + File;
}
