using Xunit;

namespace StaticNets.Training.Tests;

/// <summary>Tests that count what the process allocates run beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
