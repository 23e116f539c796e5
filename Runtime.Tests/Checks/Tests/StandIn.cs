using System;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>A case of the catalogue with the reference in the place of the emitted net.</summary>
internal static class StandIn
{
    public static NetCase For(Type type, Fault fault) => new(type) { Create = () => new ReferenceBackedNet(type, fault) };
}
