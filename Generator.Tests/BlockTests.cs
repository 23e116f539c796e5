using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace StaticNets.Generator.Tests;

/// <summary>Blocks: what stands in their places, how their layers are called, and what can be wrong with one.</summary>
public sealed class BlockTests
{
    private const string Twice = "using StaticNets; [Dense(2 * Block.Filters)] [Dense(Block.Filters)] [Add(Block.Input)] public sealed class TwiceAttribute : BlockAttribute; ";

    [Fact]
    public async Task Layers_are_named_after_the_use_and_take_its_sizes()
    {
        GeneratorRun run = await GeneratorRun.Of(
            Twice + "[StaticNet, Input(3), Twice(Filters = 3), Twice(Filters = 3, Name = \"second\", Repeat = 2), Dense(1, From = \"second\")] public sealed partial class Net;");

        run.AssertReported();
        run.AssertAddsNoErrors();
        string net = run.Sources["Net.g.cs"];
        Assert.Contains("\"twice_dense/kernel\", new int[] { 3, 6 }", net);
        Assert.Contains("\"twice_dense_1/kernel\", new int[] { 6, 3 }", net);
        Assert.Contains("\"second_dense_1/kernel\", new int[] { 6, 3 }", net);
        Assert.Contains("\"second_1_dense/kernel\", new int[] { 3, 6 }", net);
        Assert.Contains("\"dense/kernel\", new int[] { 3, 1 }", net);
    }

    [Fact]
    public async Task Changing_a_block_changes_the_nets_that_use_it()
    {
        const string Net = "[StaticNet, Input(3), Twice(Filters = 3)] public sealed partial class Net;";
        GeneratorRun before = await GeneratorRun.Of(Twice + Net);
        GeneratorRun after = await GeneratorRun.Of(Twice.Replace("2 * Block.Filters", "3 * Block.Filters") + Net);

        Assert.NotEqual(before.Sources["Net.g.cs"], after.Sources["Net.g.cs"]);
    }

    [Theory]
    [InlineData("Twice(Filters = 4)", "SN3004 Twice(Filters = 4)")]
    [InlineData("Twice", "SN2080 Twice")]
    [InlineData("Twice(Filters = 3, Repeat = 0)", "SN2001 Repeat = 0")]
    [InlineData("Twice(Filters = 3, From = \"nobody\")", "SN3006 From = \"nobody\"")]
    [InlineData("Twice(Filters = 3, ActivityL2 = 1)", "SN2090 ActivityL2 = 1")]
    [InlineData("Empty", "SN1031 Empty")]
    [InlineData("Endless", "SN1030 Endless")]
    public async Task What_is_wrong_is_shown_once_at_the_use(string use, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of(
            Twice + "public sealed class EmptyAttribute : BlockAttribute; [Endless] public sealed class EndlessAttribute : BlockAttribute; "
            + $"[StaticNet, Input(3), {use}, Dense(1)] partial class Net;");

        string[] reported = [.. run.Reported.Select(diagnostic =>
            $"{diagnostic.Id} {diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}")];
        Assert.Equal([expected], reported);
    }

    [Fact]
    public async Task Messages_name_the_block()
    {
        GeneratorRun run = await GeneratorRun.Of(Twice + "[StaticNet, Input(3), Dense(3), Twice(Filters = 4), Dense(1)] partial class Net;");

        Assert.StartsWith("Layer 2 Twice > Add", Assert.Single(run.Reported).GetMessage());
    }
}
