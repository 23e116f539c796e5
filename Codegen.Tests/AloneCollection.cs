using Xunit;

namespace StaticNets.Codegen.Tests;

/// <summary>Tests that measure time run while no other test of this assembly does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneCollection
{
    public const string Name = "Alone";
}
