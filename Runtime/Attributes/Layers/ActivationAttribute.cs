namespace StaticNets;

/// <summary>Applies an activation function as a layer of its own. It is fused into the layer that feeds it where that is possible.</summary>
/// <param name="activation">The function.</param>
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>The function.</summary>
    public Activation Activation { get; } = activation;
}
