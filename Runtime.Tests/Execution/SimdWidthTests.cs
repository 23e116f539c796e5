using System;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>Kernels that this machine cannot run are refused by name.</summary>
public class SimdWidthTests
{
    [Fact]
    public void One_target_that_runs_is_enough() => SimdWidth.Require(true, "v4, v3");

    [Fact]
    public void Targets_that_do_not_run_are_refused_by_name()
    {
        PlatformNotSupportedException refused = Assert.Throws<PlatformNotSupportedException>(() => SimdWidth.Require(false, "v4, v3"));
        Assert.Contains("v4, v3", refused.Message);
    }
}
