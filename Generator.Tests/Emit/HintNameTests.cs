using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Every emitted file needs a name that the compiler takes and that no other file has.</summary>
public sealed class HintNameTests
{
    private const string Invalid = "[StaticNets.StaticNet]";

    [Theory]
    [InlineData("namespace Shop { [Net] partial class DigitNet; }", "Shop.DigitNet.g.cs")]
    [InlineData("[Net] partial class DigitNet;", "DigitNet.g.cs")]
    [InlineData("[Net] partial class @class;", "class.g.cs")]
    [InlineData("namespace Shop { partial class Outer { [Net] partial class DigitNet; } }", "Shop.Outer+DigitNet.g.cs")]
    [InlineData("namespace A.B { [Net] partial class C; } namespace A { partial class B2 { [Net] partial class C; } }", "A.B.C.g.cs A.B2+C.g.cs")]
    [InlineData("[Net] partial class Net; [Net] partial class NET; [Net] partial class net;", "NET-0.g.cs Net-1.g.cs net-2.g.cs")]
    [InlineData("[Net] partial class Net; [Net] partial class Net<T>;", "Net(0060)1.g.cs Net.g.cs")]
    [InlineData("[Net] partial class a\u203Fb;", "a(203F)b.g.cs")]
    public async Task Name(string source, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of(source.Replace("[Net]", Invalid));

        Assert.Equal(expected, string.Join(" ", run.Sources.Keys.Order(System.StringComparer.Ordinal)));
        run.AssertAddsNoErrors();
    }
}
