using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

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
        string net = run.Sources["Net.Inference.g.cs"];
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

        Assert.NotEqual(before.Sources["Net.Inference.g.cs"], after.Sources["Net.Inference.g.cs"]);
    }

    [Theory]
    [InlineData("Twice(Filters = 4)", "SN3004 Twice(Filters = 4)")]
    [InlineData("Twice", "SN2080 Twice")]
    [InlineData("Twice(Filters = 3, Repeat = 0)", "SN2001 Repeat = 0")]
    [InlineData("Twice(Filters = 3, From = \"nobody\")", "SN3006 From = \"nobody\"")]
    [InlineData("Twice(Filters = 3, ActivityL2 = 1)", "SN2090 ActivityL2 = 1")]
    [InlineData("Empty", "SN1031 Empty")]
    [InlineData("Endless", "SN1030 Endless")]
    [InlineData("TimeDistributed, Twice(Filters = 3)", "SN2061 TimeDistributed")]
    [InlineData("Wrapped", "SN2061 Wrapped")]
    [InlineData("Wrapped, Dense(3)", "SN2061 Wrapped")]
    [InlineData("Twice(Filters = 3), Dense(2, From = \"dense_7\")", "SN3006 From = \"dense_7\"")]
    [InlineData("Twice(Filters = 3, Name = \"a\", Repeat = 2), Twice(Filters = 3, Name = \"a_1\")", "SN2009 Twice(Filters = 3, Name = \"a_1\")")]
    public async Task What_is_wrong_is_shown_once_at_the_use(string use, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of(
            Twice + "public sealed class EmptyAttribute : BlockAttribute; [Dense(3), TimeDistributed] public sealed class WrappedAttribute : BlockAttribute; "
            + "[Endless] public sealed class EndlessAttribute : BlockAttribute; "
            + $"[StaticNet, Input(3), {use}, Dense(1)] partial class Net;");

        string[] reported = [.. run.Reported.Select(diagnostic =>
            $"{diagnostic.Id} {diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}")];
        Assert.Equal([expected], reported);
    }

    /// <summary>Whatever the parameters are called: they fill the properties that they are passed on to.</summary>
    [Theory]
    [InlineData("(int width) : BlockAttribute(width);", "Twice(3)", 3)]
    [InlineData("(int a, int b = 2) : BlockAttribute(filters: a * b);", "Twice(3)", 6)]
    [InlineData("(int a, int b = 2) : BlockAttribute((a) * b * 1);", "Twice(b: 4, a: 3)", 12)]
    [InlineData("() : BlockAttribute(5);", "Twice", 5)]
    [InlineData("() : BlockAttribute(5);", "Twice(Filters = 7)", 7)]
    [InlineData("(int filters, int width) : BlockAttribute(width);", "Twice(3, 4)", 4)]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) { Filters = width; } }", "Twice(3)", 3)]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) => this.Filters = 2 * width; }", "Twice(3)", 6)]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) : base(width) { } public TwiceAttribute() : this(9) { } }", "Twice", 9)]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) : base(width) { } public TwiceAttribute() { } }", "Twice(Filters = 8)", 8)]
    [InlineData("(int a) : WideAttribute(a); public abstract class WideAttribute(int b) : BlockAttribute(4 * b);", "Twice(3)", 12)]
    [InlineData(": WideAttribute; public abstract class WideAttribute() : BlockAttribute(11);", "Twice", 11)]
    public async Task Constructors_are_read_from_their_source(string declaration, string use, int filters)
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [Dense(Block.Filters)] public class TwiceAttribute" + declaration + $"[StaticNet, Input(3), {use}, Dense(1)] public sealed partial class Net;");

        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Contains(FormattableString.Invariant($"\"twice_dense/kernel\", new int[] {{ 3, {filters} }}"), run.Sources["Net.Inference.g.cs"]);
    }

    [Fact]
    public async Task Constructors_fill_strides_and_repetitions_too()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [Conv1D(Block.Filters, 1, Strides = Block.Strides)] public class DownAttribute : BlockAttribute "
            + "{ public DownAttribute(int width, int by, int times) : base(width) { Strides = by; Repeat = times; } } "
            + "[StaticNet, Input(8, 3), Down(5, 2, 3), Flatten, Dense(1)] public sealed partial class Net;");

        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Contains("\"down_2_conv1d/kernel\", new int[] { 1, 5, 5 }", run.Sources["Net.Inference.g.cs"]);
        Assert.Contains("\"dense/kernel\", new int[] { 20, 1 }", run.Sources["Net.Inference.g.cs"]);
    }

    [Theory]
    [InlineData("(int width) : BlockAttribute(System.Math.Max(8, width));", "SN2130 Twice(3)", "Filters: System.Math.Max(8, width) is no parameter, constant or product of these")]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) { if (width > 2) { Strides = width; } } }", "SN2130 Twice(3)", "Strides: Strides = width is no")]
    [InlineData(": BlockAttribute { public TwiceAttribute(int width) { Filters += width; } }", "SN2130 Twice(3)", "Filters: Filters += width is no")]
    [InlineData("(int width) : BlockAttribute { public int Width => width; }", "SN2080 Twice(3)", "Filters is not given")]
    public async Task What_a_constructor_does_beyond_that_is_refused(string declaration, string expected, string message)
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [Dense(Block.Filters)] public class TwiceAttribute" + declaration + "[StaticNet, Input(3), Twice(3), Dense(1)] partial class Net;");

        Diagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(expected, $"{reported.Id} {reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length)}");
        Assert.Contains(message, reported.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>Of a compiled block there is no source: its layers' arguments are read from the metadata, its constructor by its parameters' names.</summary>
    [Fact]
    public async Task Compiled_blocks_work_where_their_parameters_tell_what_they_are()
    {
        CSharpCompilation library = GeneratorRun.Compile(
            "using StaticNets; [Conv1D(2 * Block.Filters, 3, Padding = Padding.Same, Strides = Block.Strides)] [MaxPooling1D] [Activation(Activation.Relu)] "
            + "public class DownAttribute(int filters) : BlockAttribute(filters); [Dense(Block.Filters)] public class WideAttribute(int width) : BlockAttribute(width);")
            .WithAssemblyName("Library");
        using MemoryStream image = new();
        Assert.True(library.Emit(image).Success);
        MetadataReference reference = MetadataReference.CreateFromImage(image.ToArray());

        GeneratorRun run = await GeneratorRun.Of(GeneratorRun.Compile(
            "using StaticNets; [StaticNet, Input(8, 3), Down(5, Strides = 2), Flatten, Dense(1)] public sealed partial class Net;").AddReferences(reference));
        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Contains("\"down_conv1d/kernel\", new int[] { 3, 3, 10 }", run.Sources["Net.Inference.g.cs"]);
        Assert.Contains("\"dense/kernel\", new int[] { 20, 1 }", run.Sources["Net.Inference.g.cs"]);

        GeneratorRun hidden = await GeneratorRun.Of(GeneratorRun.Compile(
            "using StaticNets; [StaticNet, Input(8, 3), Wide(5), Flatten, Dense(1)] public sealed partial class Net;").AddReferences(reference));
        Assert.Contains("none of its parameters is called filters", Assert.Single(hidden.Reported).GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>The README shows a block; a user copies it.</summary>
    [Fact]
    public async Task The_readmes_block_compiles_as_it_is_written()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        string code = Regex.Matches(readme, @"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => block.Groups[1].Value)
            .Single(block => block.Contains(": BlockAttribute", StringComparison.Ordinal));

        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + code);
        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Contains("\"residual_1_conv2d_1/kernel\", new int[] { 3, 3, 16, 16 }", run.Sources["SmallResNet.Inference.g.cs"]);
    }

    [Fact]
    public async Task Messages_name_the_block()
    {
        GeneratorRun run = await GeneratorRun.Of(Twice + "[StaticNet, Input(3), Dense(3), Twice(Filters = 4), Dense(1)] partial class Net;");

        Assert.StartsWith("Layer 2 Twice > Add", Assert.Single(run.Reported).GetMessage());
    }
}
