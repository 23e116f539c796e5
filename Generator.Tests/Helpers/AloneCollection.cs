using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>Tests that measure time run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
