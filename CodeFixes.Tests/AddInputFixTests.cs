using System.Threading.Tasks;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

public sealed class AddInputFixTests
{
    private static readonly AddInputFix s_fix = new();

    [Theory]
    [InlineData("[StaticNet]\n[Dense(2)] // two\n[Dense(1)]\n", "[StaticNet]\n[Input(1)]\n[Dense(2)] // two\n[Dense(1)]\n")]
    [InlineData("[StaticNet]\n[Conv2D(8, 3)]\n", "[StaticNet]\n[Input(28, 28, 1)]\n[Conv2D(8, 3)]\n")]
    [InlineData("[StaticNet, Dense(2), Dense(1)]\n", "[StaticNet, Input(1), Dense(2), Dense(1)]\n")]
    [InlineData("[Dense(2)]\n[StaticNet]\n", "[Input(1)]\n[Dense(2)]\n[StaticNet]\n")]
    [InlineData("[Dense(2), StaticNet]\n", "[Input(1), Dense(2), StaticNet]\n")]
    [InlineData("[StaticNet] [Dense(2)]\n", "[StaticNet] [Input(1)] [Dense(2)]\n")]
    [InlineData("[StaticNet]\n", "[StaticNet]\n[Input(1)]\n")]
    [InlineData("[StaticNet] ", "[StaticNet] [Input(1)] ")]
    public Task One_net(string before, string after)
    {
        const string Tail = "public sealed partial class XorNet;\n";
        return FixRun.Assert(s_fix, "SN1016", "using StaticNets;\n\n/// <summary>A net.</summary>\n" + before + Tail, "using StaticNets;\n\n/// <summary>A net.</summary>\n" + after + Tail);
    }

    [Fact]
    public Task Indentation() => FixRun.Assert(
        s_fix,
        "SN1016",
        "namespace Shop\r\n{\r\n    using StaticNets;\r\n\r\n    // A net.\r\n    [StaticNet]\r\n    [Dense(2)]\r\n    partial class XorNet;\r\n}\r\n",
        "namespace Shop\r\n{\r\n    using StaticNets;\r\n\r\n    // A net.\r\n    [StaticNet]\r\n    [Input(1)]\r\n    [Dense(2)]\r\n    partial class XorNet;\r\n}\r\n");

    [Fact]
    public async Task The_layers_stand_in_another_file()
    {
        string[] changed = await FixRun.Apply(s_fix, "SN1016", "using StaticNets;\n[StaticNet]\npartial class XorNet;\n", "using StaticNets;\n[Dense(2)]\npartial class XorNet;\n");

        Assert.Equal(["using StaticNets;\n[StaticNet]\npartial class XorNet;\n", "using StaticNets;\n[Input(1)]\n[Dense(2)]\npartial class XorNet;\n"], changed);
        await FixRun.AssertGone("SN1016", changed);
    }
}
