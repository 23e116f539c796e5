using System.Collections.Generic;
using System.Linq;
using StaticNets.Codegen.App;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>The nets of these tests, one line each. All have sparse labels of ten classes.</summary>
internal static class NetList
{
    public static IReadOnlyList<NetCase> All { get; } =
    [
        new NetCase<DigitNet>(seed => new DigitNet(seed)),
        new NetCase<DirectDigitNet>(seed => new DirectDigitNet(seed)),
        new NetCase<WinogradDigitNet>(seed => new WinogradDigitNet(seed)),
        new NetCase<MlpNet>(seed => new MlpNet(seed)),
        new NetCase<LeNet5>(seed => new LeNet5(seed)),
        new NetCase<TwentyBlocks>(seed => new TwentyBlocks(seed)),
    ];

    public static NetCase Named(string name) => All.Single(net => net.Name == name);
}
