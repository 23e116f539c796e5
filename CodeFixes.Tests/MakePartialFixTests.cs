using System.Threading.Tasks;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

public sealed class MakePartialFixTests
{
    private static readonly MakePartialFix s_fix = new();

    [Theory]
    [InlineData("public sealed class XorNet;", "public sealed partial class XorNet;")]
    [InlineData("class XorNet;", "partial class XorNet;")]
    [InlineData("/* a */ sealed /* b */ class /* c */ XorNet\n{\n}", "/* a */ sealed /* b */ partial class /* c */ XorNet\n{\n}")]
    [InlineData("// why\nclass XorNet;", "// why\npartial class XorNet;")]
    public Task The_net(string before, string after)
    {
        const string Head = "using StaticNets;\n\n/// <summary>A net.</summary>\n[StaticNet, Input(2)]\n[Dense(1)] // one\n";
        return FixRun.Assert(s_fix, "SN1001", Head + before + "\n", Head + after + "\n");
    }

    [Theory]
    [InlineData("static class Nets", "static partial class Nets")]
    [InlineData("record struct Nets", "partial record struct Nets")]
    [InlineData("interface INets", "partial interface INets")]
    public Task A_type_around_it(string before, string after)
    {
        const string Body = "\n{\n    [StaticNet, Input(2), Dense(1)]\n    partial class XorNet;\n}\n";
        return FixRun.Assert(s_fix, "SN1002", "using StaticNets;\n\n" + before + Body, "using StaticNets;\n\n" + after + Body);
    }

    [Fact]
    public async Task All_in_the_project()
    {
        const string First = "using StaticNets;\n[StaticNet, Input(2), Dense(1)] class A;\n[StaticNet, Input(2), Dense(1)] sealed class B;\n";
        const string Second = "using StaticNets;\n[StaticNet, Input(2), Dense(1)] class C;\n";

        string[] changed = await FixRun.ApplyAll(s_fix, "SN1001", First, Second);

        Assert.Equal([First.Replace("class", "partial class"), Second.Replace("class", "partial class")], changed);
        await FixRun.AssertGone("SN1001", changed);
    }
}
