using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers;

/// <summary>A layer with kernel and bias, and an activation behind them.</summary>
internal abstract class WeightedLayer(WeightedOptions options) : Layer
{
    protected WeightedOptions Options { get; } = options;
}
