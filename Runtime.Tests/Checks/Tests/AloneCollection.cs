using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>Tests that look at the whole process, or start others, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneCollection
{
    public const string Name = "Alone";
}
