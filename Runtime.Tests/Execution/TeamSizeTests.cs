using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class TeamSizeTests
{
    [Theory]
    [InlineData(0, 17 * 3 * 128, 64, 1)]
    [InlineData(2000, 17 * 3 * 128, 64, 1)]
    [InlineData(2000, 1e12, 64, 64)]
    [InlineData(3, 1e12, 64, 3)]
    [InlineData(3, 1e12, 2, 2)]
    [InlineData(8, 350_000, 64, 3)]
    [InlineData(0, 350_000, 64, 1)]
    [InlineData(0, 3_500_000, 64, 3)]
    [InlineData(0, double.MaxValue, 64, 64)]
    [InlineData(5, 1e12, 1, 1)]
    public void ThereAreNoMoreThreadsThanWorkAndProcessorsAreFor(int wished, double work, int processors, int threads) =>
        Assert.Equal(threads, TeamSize.Choose(wished, work, processors).Threads);

    [Fact]
    public void ACallWithLessWorkTakesFewer()
    {
        TeamSize size = TeamSize.Choose(0, 1e12, 4);
        Assert.Equal([1, 1, 2, 4], [size.Of(1), size.Of(1.9e6), size.Of(2e6), size.Of(1e9)]);
    }
}
