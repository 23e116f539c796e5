using StaticNets.Generator.Activations;

namespace StaticNets.Generator.Layers;

/// <summary>A layer with kernel and bias, and an activation that is applied to its results while they are in registers.</summary>
internal abstract class WeightedLayer(WeightedOptions options) : Layer, IAppliesActivation
{
    protected WeightedOptions Options { get; } = options;

    /// <inheritdoc/>
    public IActivation Applied { get; set; } = options.Activation;

    /// <summary>Its name.</summary>
    public string Activation => Applied.Name;

    /// <summary>The activation of the results in registers. Passes leave only those that fit.</summary>
    protected ActivationFunction Function => Applied as ActivationFunction ?? ActivationCatalogue.Linear;

    /// <summary>Whether a bias is added: the layer's own, or what a normalization leaves that was folded in.</summary>
    public bool AddsBias { get; set; } = options.UseBias;

    /// <summary>How many values of the kernel stand behind each other for the same output channel.</summary>
    public virtual int KernelRun => 1;

    public override BackwardNeeds BackwardNeeds =>
        BackwardNeeds.Input | (Activation == "Linear" ? BackwardNeeds.None : BackwardNeeds.Output);
}
