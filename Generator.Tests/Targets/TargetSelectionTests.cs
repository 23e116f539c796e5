using System.Linq;
using StaticNets.Generator.Targets;
using Xunit;

namespace StaticNets.Generator.Tests.Targets;

/// <summary>Which targets a build emits, by its properties.</summary>
public class TargetSelectionTests
{
    [Theory]
    [InlineData("", "", "", "v4 v3 arm64 v2")]
    [InlineData("v3", "", "", "v3")]
    [InlineData("v2,v4", "", "", "v4 v2")]
    [InlineData(" V3 , v2 ", "", "", "v3 v2")]
    [InlineData("v9", "", "", "v4 v3 arm64 v2")]
    [InlineData("", "linux-x64", "", "v4 v3 v2")]
    [InlineData("", "linux-x64", "v3", "v3")]
    [InlineData("", "linux-x64", "v4", "v4")]
    [InlineData("", "linux-x64", "baseline", "v2")]
    [InlineData("", "linux-x64", "native", "v4 v3 v2")]
    [InlineData("", "", "v3", "v4 v3 arm64 v2")]
    [InlineData("", "osx-arm64", "", "arm64")]
    [InlineData("", "linux-arm64", "native", "arm64")]
    [InlineData("", "browser-wasm", "", "v4 v3 arm64 v2")]
    [InlineData("v2", "linux-x64", "v4", "v2")]
    public void Selects(string targets, string runtime, string cpu, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', TargetSelection.Of(property => property switch
            {
                TargetSelection.TargetsProperty => targets,
                TargetSelection.RuntimeProperty => runtime,
                TargetSelection.CpuProperty => cpu,
                _ => null,
            }).Select(target => target.Name)));
}
