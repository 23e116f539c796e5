using System;
using System.Linq;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>A case of the catalogue with the reference in the place of the emitted net.</summary>
internal static class StandIn
{
    public static NetCase For(Type type, Fault fault)
    {
        NetCase? listed = NetList.All.FirstOrDefault(net => net.Type == type);
        return new NetCase(type)
        {
            WholeNumbers = listed?.WholeNumbers ?? false,
            InputScale = listed?.InputScale ?? new NetCase(type).InputScale,
            Slack = listed?.Slack ?? 1,
            Create = () => new ReferenceBackedNet(type, fault),
        };
    }
}
