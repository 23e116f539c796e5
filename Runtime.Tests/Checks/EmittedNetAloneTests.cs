using System.Linq;
using StaticNets.Tests.Checks.Tests;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>The checks that want the process for themselves.</summary>
[Collection(AloneCollection.Name)]
public class EmittedNetAloneTests
{
    public static TheoryData<string> All => [.. NetList.All.Select(net => net.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Allocation(string net) => AllocationCheck.Run(NetList.Named(net));
}
