using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Nets;

namespace StaticNets.Tests.Checks;

/// <summary>Every net of the catalogue: the classes of the project Nets.</summary>
internal static class NetList
{
    public static IReadOnlyList<NetCase> All { get; } =
    [
        .. typeof(CheckedAttribute).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(StaticNetAttribute), inherit: false))
            .Select(type => new NetCase(type))
            .Where(net => net.Elsewhere is null)
            .OrderBy(net => net.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<NetCase> Trainable => All.Where(net => net.Trains);

    public static IEnumerable<NetCase> Penalized =>
        Trainable.Where(net => net.Reference.Tensors.Any(tensor => tensor.L1 != 0 || tensor.L2 != 0));

    public static IEnumerable<NetCase> Noisy => Trainable.Where(net => net.HasNoise);

    public static IEnumerable<NetCase> Optimizing => All.Where(net => net.Name.StartsWith("Opt", StringComparison.Ordinal));

    public static NetCase Named(string name) => All.Single(net => net.Name == name);
}
