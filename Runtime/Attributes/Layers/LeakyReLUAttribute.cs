namespace StaticNets;

/// <summary>
/// <c>x</c> where it is not negative, else <c>NegativeSlope x</c>, as a layer of its own. It is fused into the layer that feeds
/// it where that is possible.
/// </summary>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>
    /// The slope below 0, at least 0. Default 0.3, as Keras' layer has it; Keras' function, <see cref="Activation.LeakyRelu"/>, has 0.2.
    /// </summary>
    public double NegativeSlope { get; set; } = 0.3;
}
