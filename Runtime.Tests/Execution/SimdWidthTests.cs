using System;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>Kernels that this machine cannot run are refused by name.</summary>
public class SimdWidthTests
{
    [Fact]
    public void Narrower_vectors_are_enough() => SimdWidth.Require(128);

    [Fact]
    public void Wider_vectors_than_there_are_refused()
    {
        PlatformNotSupportedException refused = Assert.Throws<PlatformNotSupportedException>(() => SimdWidth.Require(2 * SimdWidth.Bits));
        Assert.Contains("StaticNetsTargets", refused.Message);
    }
}
