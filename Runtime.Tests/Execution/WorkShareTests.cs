using System.Linq;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class WorkShareTests
{
    [Fact]
    public void SharesFollowEachOtherAndTheCallersIsTheLargest()
    {
        for (int workers = 1; workers <= 9; workers++)
        {
            for (int count = 0; count <= 40; count++)
            {
                (int First, int Last)[] shares = [.. Enumerable.Range(0, workers).Select(worker => WorkShare.Of(count, worker, workers))];
                Assert.Equal(0, shares[0].First);
                Assert.Equal(count, shares[^1].Last);
                Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.Equal(pair.First.Last, pair.Second.First));
                int[] sizes = [.. shares.Select(share => share.Last - share.First)];
                Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
                Assert.Equal(sizes.Max(), sizes[0]);
            }
        }
    }

    [Fact]
    public void LargeCountsDoNotOverflow() => Assert.Equal((1 << 30, int.MaxValue), WorkShare.Of(int.MaxValue, 1, 2));
}
