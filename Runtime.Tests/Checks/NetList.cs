using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Nets;

namespace StaticNets.Tests.Checks;

/// <summary>Every net of the catalogue: the classes of the project Nets.</summary>
internal static class NetList
{
    public static IReadOnlyList<NetCase> All { get; } = [.. Declared(isLong: false).Where(net => net.Elsewhere is null)];

    /// <summary>The nets whose sums are long, which have a check of their own.</summary>
    public static IReadOnlyList<NetCase> LongSums { get; } = [.. Declared(isLong: true)];

    /// <summary>All that the processes of a vector width check.</summary>
    public static IReadOnlyList<NetCase> WithLongSums { get; } = [.. All, .. LongSums];

    public static IEnumerable<NetCase> Trainable => All.Where(net => net.Trains);

    /// <summary>Those whose trainers take gradients from outside.</summary>
    public static IEnumerable<NetCase> TakingGradients => All.Where(net => net.TakesGradients);

    /// <summary>Those that hand out the gradients of their inputs.</summary>
    public static IEnumerable<NetCase> WithInputGradients => All.Where(net => net.HasInputGradients);

    public static IEnumerable<NetCase> Penalized =>
        Trainable.Where(net => net.Reference.Tensors.Any(tensor => tensor.L1 != 0 || tensor.L2 != 0));

    public static IEnumerable<NetCase> Noisy => Trainable.Where(net => net.HasNoise);

    public static IEnumerable<NetCase> Optimizing => All.Where(net => net.Name.StartsWith("Opt", StringComparison.Ordinal));

    public static NetCase Named(string name) => WithLongSums.Single(net => net.Name == name);

    private static IEnumerable<NetCase> Declared(bool isLong) => typeof(CheckedAttribute).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(StaticNetAttribute), inherit: false))
        .Where(type => isLong == type.GetCustomAttribute<CheckedAttribute>() is { LongSums: > 0 })
        .Select(type => new NetCase(type))
        .OrderBy(net => net.Name, StringComparer.Ordinal);
}
