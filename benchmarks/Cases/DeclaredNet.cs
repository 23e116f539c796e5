using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Benchmarks.Cases;

/// <summary>A net that is measured: how much work its layers are as they were declared.</summary>
/// <param name="Name">The first part of its cases' names, and its name in Peers/pytorch_nets.py.</param>
/// <param name="ClassName">Its class in Nets.cs.</param>
/// <param name="Layers">Its layers with weights, in order, or several as one. The first one's input needs no gradient.</param>
internal sealed record DeclaredNet(string Name, string ClassName, IReadOnlyList<DeclaredLayer> Layers)
{
    /// <summary>The floating-point operations of a prediction.</summary>
    public double PredictionFlops => Layers.Sum(layer => layer.PassFlops);

    /// <summary>The floating-point operations of a training step: forward pass, input gradients and weight gradients.</summary>
    public double TrainingFlops => (3 * PredictionFlops) - Layers[0].PassFlops;
}

/// <summary>A layer with weights, or several together.</summary>
/// <param name="Name">Its name in emitted code; of several a name that is none there.</param>
/// <param name="MultiplyAdds">The multiply-adds of one pass over one sample, by the direct algorithm.</param>
internal sealed record DeclaredLayer(string Name, long MultiplyAdds)
{
    /// <summary>The floating-point operations of one pass over one sample.</summary>
    public double PassFlops => 2.0 * MultiplyAdds;
}
