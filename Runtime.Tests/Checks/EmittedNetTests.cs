#if EMISSION
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Every check over every emitted net of the catalogue, in the width that this machine prefers.</summary>
public class EmittedNetTests
{
    public static TheoryData<string> All => Names(NetList.All);

    public static TheoryData<string> Trainable => Names(NetList.Trainable);

    public static TheoryData<string> Penalized => Names(NetList.Penalized);

    public static TheoryData<string> Dropping => Names(NetList.Dropping);

    [Theory]
    [MemberData(nameof(All))]
    public void Forward(string net) => ForwardCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Trainable))]
    public void Gradient(string net) => GradientCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Penalized))]
    public void Penalty(string net) => PenaltyCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Trainable))]
    public void Threads(string net) => ThreadCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Dropping))]
    public void Dropout(string net) => DropoutCheck.Run(NetList.Named(net));

    private static TheoryData<string> Names(IEnumerable<NetCase> nets) => [.. nets.Select(net => net.Name)];
}
#endif
