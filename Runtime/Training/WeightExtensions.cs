using System;
using System.Collections.Generic;

namespace StaticNets;

/// <summary>Single weights of a net, by their names.</summary>
public static class WeightExtensions
{
    /// <summary>
    /// What is known about the net at compile time: its sizes, the names and shapes of its weights, its loss and metrics.
    /// </summary>
    public static NetInfo GetInfo<TNet>(this IStaticNet<TNet> net)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        return TNet.Info;
    }

    /// <summary>
    /// One weight of the net, in Keras' layout: a part of <see cref="IStaticNet{TSelf}.Parameters"/>, of which the same is true.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="name">The layer's name and the weight's: <c>dense/kernel</c>, <c>conv2d_1/bias</c>.</param>
    /// <exception cref="KeyNotFoundException">The net has no such weight; the message lists those that it has.</exception>
    public static Span<float> GetWeight<TNet>(this IStaticNet<TNet> net, string name)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        TensorInfo tensor = TNet.Info.GetTensor(name);
        return net.Parameters.Slice(tensor.Offset, tensor.Length);
    }

    /// <summary>
    /// The gradient of one weight, as the last backward pass computed it: a part of <see cref="IGradientTrainer.Gradients"/>.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="name">The layer's name and the weight's: <c>dense/kernel</c>.</param>
    /// <exception cref="KeyNotFoundException">The net has no such weight; the message lists those that it has.</exception>
    public static Span<float> GetGradient(this IGradientTrainer trainer, string name)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        TensorInfo tensor = trainer.Info.GetTensor(name);
        return trainer.Gradients.Slice(tensor.Offset, tensor.Length);
    }
}
