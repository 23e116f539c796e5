namespace StaticNets;

/// <summary>
/// Gated recurrent unit (Cho et al., 2014): <c>h = z h' + (1 - z) a(g)</c> with the gates <c>[z, r] = s(x w + h' u + b)</c> and the
/// candidate <c>g = x w + b + r (h' u + b')</c>, or <c>g = x w + (r h') u + b</c> without <see cref="ResetAfter"/>. s is the recurrent
/// activation and a the activation, tanh unless given.
/// </summary>
/// <param name="units">The size of the state.</param>
public sealed class GRUAttribute(int units) : RecurrentLayerAttribute(units)
{
    /// <summary>The activation of the gates z and r. Default <see cref="Activation.Sigmoid"/>.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;

    /// <summary>The name of a method to activate gates with instead, like <see cref="BiasedLayerAttribute.ActivationMethod"/>.</summary>
    public string? RecurrentActivationMethod { get; set; }

    /// <summary>
    /// Whether the reset gate is applied after the product with the recurrent kernel, which then has a bias of its own: the bias has the
    /// shape (2, 3 units), the input's first. Default true.
    /// </summary>
    public bool ResetAfter { get; set; } = true;
}
