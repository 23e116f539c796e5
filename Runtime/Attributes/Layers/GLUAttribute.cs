namespace StaticNets;

/// <summary>
/// A gated linear unit: <c>y = a * activation(b)</c>, where a and b are the halves of the last axis: (…, 2 C) becomes (…, C). Sigmoid
/// makes it Keras' <c>glu</c>, Relu a ReGLU, Gelu a GEGLU, Silu a SwiGLU, Linear a bilinear unit; it has no weights, those are the layer's
/// above.
/// </summary>
public sealed class GLUAttribute : LayerAttribute
{
    /// <summary>What is applied to the second half. Default <see cref="StaticNets.Activation.Sigmoid"/>.</summary>
    public Activation Activation { get; set; } = Activation.Sigmoid;

    /// <summary>The name of a method for it instead, as <see cref="BiasedLayerAttribute.ActivationMethod"/> takes it.</summary>
    public string? ActivationMethod { get; set; }
}
