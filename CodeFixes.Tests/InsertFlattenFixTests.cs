using System.Threading.Tasks;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

public sealed class InsertFlattenFixTests
{
    private static readonly InsertFlattenFix s_fix = new();

    [Theory]
    [InlineData("[Conv2D(4, 3)]\n\n// The classes.\n[Dense(3)]\n", "[Conv2D(4, 3)]\n\n// The classes.\n[Flatten]\n[Dense(3)]\n")]
    [InlineData("[Conv2D(4, 3), Dense(3)]\n", "[Conv2D(4, 3), Flatten, Dense(3)]\n")]
    [InlineData("[Conv2D(4, 3),\n Dense(3)]\n", "[Conv2D(4, 3),\n Flatten, Dense(3)]\n")]
    [InlineData("[Conv2D(4, 3)]\n[Dense(5)]\n[Dense(3)]\n", "[Conv2D(4, 3)]\n[Flatten]\n[Dense(5)]\n[Dense(3)]\n")]
    public Task Above_the_first_dense(string before, string after)
    {
        const string Head = "using StaticNets;\n\n[StaticNet]\n[Input(8, 8, 1)]\n";
        return FixRun.Assert(s_fix, "SN5008", Head + before + "partial class XorNet;\n", Head + after + "partial class XorNet;\n");
    }

    [Fact]
    public async Task Not_where_the_layer_reads_another_than_the_one_above() => Assert.Empty(await FixRun.Actions(
        s_fix, "SN5008", "using StaticNets; [StaticNet, Input(8, 8, 1), Conv2D(4, 3, Name = \"c\"), Dense(3, From = \"c\")] partial class XorNet;"));
}
