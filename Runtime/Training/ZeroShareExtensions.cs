using System;
using System.Linq;

namespace StaticNets;

/// <summary>How sparse a net is.</summary>
public static class ZeroShareExtensions
{
    /// <summary>The share of weights that are exactly 0, among those with an L1 penalty, or among all where none has one.</summary>
    public static double ZeroShare<TNet>(this IStaticNet<TNet> net)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        return ZeroShare(TNet.Info, net.Parameters, HasPenalty);
    }

    /// <summary>The share of weights that are exactly 0 in one tensor.</summary>
    /// <param name="net">The net.</param>
    /// <param name="tensor">The tensor's name, such as <c>dense/kernel</c>.</param>
    /// <exception cref="ArgumentException">The net has no such tensor; the message lists those that it has.</exception>
    public static double ZeroShare<TNet>(this IStaticNet<TNet> net, string tensor)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        if (!TNet.Info.Tensors.Any(info => info.Name == tensor))
        {
            string names = string.Join(", ", TNet.Info.Tensors.Select(info => info.Name));
            throw new ArgumentException($"{TNet.Info.Name} has no tensor '{tensor}'; it has: {names}.", nameof(tensor));
        }

        return ZeroShare(TNet.Info, net.Parameters, info => info.Name == tensor);
    }

    /// <summary>Whether <c>Fit</c> reports <c>zeros</c>: some weights have a penalty that ends there.</summary>
    internal static bool HasProximalL1(NetInfo info) => info.Tensors.Any(tensor => tensor is { IsTrainable: true, ProximalL1: not 0 });

    internal static double ZeroShare(NetInfo info, ReadOnlySpan<float> parameters) => ZeroShare(info, parameters, HasPenalty);

    private static bool HasPenalty(TensorInfo tensor) => tensor.L1 != 0;

    private static double ZeroShare(NetInfo info, ReadOnlySpan<float> parameters, Func<TensorInfo, bool> counts)
    {
        bool all = !info.Tensors.Any(counts);
        long zeros = 0;
        long count = 0;
        foreach (TensorInfo tensor in info.Tensors)
        {
            if (all || counts(tensor))
            {
                zeros += parameters.Slice(tensor.Offset, tensor.Length).Count(0f);
                count += tensor.Length;
            }
        }

        return (double)zeros / Math.Max(1, count);
    }
}
