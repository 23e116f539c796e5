using System;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>A case of the catalogue with the reference in the place of the emitted net.</summary>
internal static class StandIn
{
    public static NetCase For(Type type, Fault fault)
    {
        NetCase listed = NetList.Named(type.Name);
        return new NetCase(type)
        {
            WholeNumbers = listed.WholeNumbers,
            InputScale = listed.InputScale,
            Create = () => new ReferenceBackedNet(type, fault),
        };
    }
}
