using System.Collections.Generic;
using System.Linq;
using StaticNets.Codegen.App;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>The nets of these tests, one line each. All have sparse labels of ten classes.</summary>
internal static class NetList
{
    public static IReadOnlyList<NetCase> All { get; } =
    [
        new NetCase<DigitNet>(),
        new NetCase<DirectDigitNet>(),
        new NetCase<WinogradDigitNet>(),
        new NetCase<MlpNet>(),
        new NetCase<LeNet5>(),
        new NetCase<TwentyBlocks>(),
    ];

    public static NetCase Named(string name) => All.Single(net => net.Name == name);
}
