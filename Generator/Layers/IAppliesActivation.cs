using StaticNets.Generator.Activations;

namespace StaticNets.Generator.Layers;

/// <summary>A layer that applies an activation to its results while they are in registers.</summary>
internal interface IAppliesActivation
{
    /// <summary>The activation as declared; a pass splits it off where it doesn't fit in registers, or fuses another in.</summary>
    IActivation Applied { get; set; }
}
