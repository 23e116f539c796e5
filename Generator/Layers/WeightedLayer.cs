using StaticNets.Generator.Activations;

namespace StaticNets.Generator.Layers;

/// <summary>A layer with kernel and bias, and an activation that is applied to its results while they are in registers.</summary>
internal abstract class WeightedLayer(WeightedOptions options) : Layer
{
    protected WeightedOptions Options { get; } = options;

    /// <summary>The activation as declared; a pass splits it off where it doesn't fit in registers, or fuses another in.</summary>
    public IActivation Applied { get; set; } = ActivationCatalogue.Get(options.Activation);

    /// <summary>Its name.</summary>
    public string Activation => Applied.Name;

    /// <summary>The activation of the results in registers. Passes leave only those that fit.</summary>
    protected ActivationFunction Function => Applied as ActivationFunction ?? ActivationCatalogue.Linear;

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input | (Activation == "Linear" ? BackwardNeeds.None : BackwardNeeds.Output);
}
