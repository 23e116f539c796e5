namespace StaticNets;

/// <summary>Applies an activation function as a layer of its own. It is fused into the layer that feeds it where possible.</summary>
public sealed class ActivationAttribute : LayerAttribute
{
    /// <summary>Applies one of Keras' functions.</summary>
    /// <param name="activation">The function.</param>
    public ActivationAttribute(Activation activation) => Activation = activation;

    /// <summary>Applies a method.</summary>
    /// <param name="activationMethod">Its name, as <see cref="BiasedLayerAttribute.ActivationMethod"/> takes it.</param>
    public ActivationAttribute(string activationMethod) => ActivationMethod = activationMethod;

    /// <summary>The function, where it is one of Keras'.</summary>
    public Activation Activation { get; }

    /// <summary>The name of the method, or null.</summary>
    public string? ActivationMethod { get; }
}
