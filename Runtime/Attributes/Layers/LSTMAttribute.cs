namespace StaticNets;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997): with <c>[i, f, g, o] = x w + h' u + b</c>, the cell is
/// <c>c = s(f) c' + s(i) a(g)</c> and the state <c>h = s(o) a(c)</c>, where s is the recurrent activation and a the
/// activation, tanh unless given.
/// </summary>
/// <param name="units">The size of state and cell.</param>
public sealed class LSTMAttribute(int units) : RecurrentLayerAttribute(units)
{
    /// <summary>The activation of the gates i, f and o. Default <see cref="Activation.Sigmoid"/>.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;

    /// <summary>The name of a method to activate gates with instead, like <see cref="BiasedLayerAttribute.ActivationMethod"/>.</summary>
    public string? RecurrentActivationMethod { get; set; }

    /// <summary>
    /// Whether the bias of the gate f starts as 1, so that the cell remembers at first (Jozefowicz, Zaremba and
    /// Sutskever, 2015). Default true.
    /// </summary>
    public bool UnitForgetBias { get; set; } = true;
}
