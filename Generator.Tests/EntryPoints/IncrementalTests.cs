using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Tests.Helpers;
using Xunit;
using Xunit.Sdk;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>Typing elsewhere must cost nothing: which steps of the pipeline run again after which edit.</summary>
public sealed class IncrementalTests
{
    private const string Net = "using StaticNets;\n[StaticNet, Input(4), Dense(0)] partial class XorNet;\n";
    private const string Other = "class Other;";

    private static readonly IncrementalStepRunReason[] s_nothing = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];
    private static readonly IncrementalStepRunReason[] s_notRun = [IncrementalStepRunReason.Cached];
    private static readonly IncrementalStepRunReason[] s_run = [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void The_same_input() => AssertReasons(compilation => compilation.Clone(), s_nothing, s_nothing, s_notRun);

    [Fact]
    public void A_comment_in_the_nets_file() =>
        AssertReasons(Replace(Net, "// A comment.\n" + Net.Replace("Input(4)", "/* inline */ Input( 4 )")), s_nothing, s_nothing, s_notRun);

    [Fact]
    public void Another_file_changed() => AssertReasons(Replace(Other, "class Other { int x; }"), s_nothing, s_nothing, s_notRun);

    [Fact]
    public void A_file_added() => AssertReasons(compilation => compilation.AddSyntaxTrees(GeneratorRun.Parse("class Third;", 7)), s_nothing, s_nothing, s_notRun);

    [Fact]
    public void Another_spelling_of_the_same_declaration() =>
        AssertReasons(
            Replace(
                Net,
                "[StaticNets.StaticNet]\n[StaticNets.InputAttribute(2 + 2)]\n[StaticNets.Dense(units: 0)]\n"
                    + "public partial class XorNet { void F() { } }"),
            s_nothing,
            s_nothing,
            s_notRun);

    [Fact]
    public void One_argument_changed() =>
        AssertReasons(Replace(Net, Net.Replace("Input(4)", "Input(5)")), [IncrementalStepRunReason.Modified], s_nothing, s_run);

    [Fact]
    public void The_last_layer_removed() =>
        AssertReasons(Replace(Net, Net.Replace(", Dense(0)", "")), [IncrementalStepRunReason.Modified], s_nothing, [IncrementalStepRunReason.New, IncrementalStepRunReason.Modified]);

    [Fact]
    public void A_second_net_leaves_the_first_alone()
    {
        CSharpCompilation first = GeneratorRun.Compile(Net, Other);
        CSharpCompilation second = first.AddSyntaxTrees(GeneratorRun.Parse(Net.Replace("XorNet", "AndNet"), 7));
        GeneratorRunResult result = RunTwice(first, second);

        Assert.Equal([IncrementalStepRunReason.New], Reasons(result, TrackingNames.Spec).Except(s_nothing));
        Assert.Equal([IncrementalStepRunReason.New], OutputReasons(result).Except(s_notRun));
    }

    [Fact]
    public void The_cached_values_hold_no_symbols()
    {
        GeneratorRunResult result = Run(GeneratorRun.Driver(), GeneratorRun.Compile(Net, Other)).GetRunResult().Results[0];

        foreach (string step in new[] { TrackingNames.Spec, TrackingNames.CaseTwins })
        {
            object[] values = [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value)];
            Assert.NotEmpty(values);
            Assert.All(values, ModelWalk.AssertPlain);
        }
    }

    [Fact]
    public void The_walk_over_the_values_finds_a_symbol()
    {
        CSharpCompilation compilation = GeneratorRun.Compile(Net);
        object poisoned = new { Items = new List<object?> { null, new[] { (1, (object)compilation.Assembly) } } };

        Assert.Throws<FalseException>(() => ModelWalk.AssertPlain(poisoned));
    }

    [Fact]
    public void The_same_source_gives_equal_but_not_the_same_specs()
    {
        object first = SpecOf(GeneratorRun.Compile(Net));
        object second = SpecOf(GeneratorRun.Compile(Net));

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, SpecOf(GeneratorRun.Compile(Net.Replace("Input(4)", "Input(4, 1)"))));
    }

    private static object SpecOf(CSharpCompilation compilation) =>
        Run(GeneratorRun.Driver(), compilation).GetRunResult().Results[0].TrackedSteps[TrackingNames.Spec].Single().Outputs.Single().Value;

    private delegate CSharpCompilation Edit(CSharpCompilation compilation);

    private static Edit Replace(string oldText, string newText) => compilation =>
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == oldText);
        return compilation.ReplaceSyntaxTree(tree, GeneratorRun.Parse(newText, tree.FilePath == "File0.cs" ? 0 : 1));
    };

    private static void AssertReasons(Edit edit, IncrementalStepRunReason[] spec, IncrementalStepRunReason[] caseTwins, IncrementalStepRunReason[] output)
    {
        CSharpCompilation before = GeneratorRun.Compile(Net, Other);
        GeneratorRunResult result = RunTwice(before, edit(before));

        Assert.All(Reasons(result, TrackingNames.Spec), reason => Assert.Contains(reason, spec));
        Assert.All(Reasons(result, TrackingNames.CaseTwins), reason => Assert.Contains(reason, caseTwins));
        Assert.All(OutputReasons(result), reason => Assert.Contains(reason, output));
    }

    private static GeneratorRunResult RunTwice(CSharpCompilation before, CSharpCompilation after) =>
        Run(Run(GeneratorRun.Driver(), before), after).GetRunResult().Results[0];

    private static GeneratorDriver Run(GeneratorDriver driver, CSharpCompilation compilation) => driver.RunGenerators(compilation);

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) => ReasonsOf(result.TrackedSteps[step]);

    private static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        ReasonsOf(result.TrackedOutputSteps.Values.SelectMany(steps => steps).ToImmutableArray());

    private static IReadOnlyList<IncrementalStepRunReason> ReasonsOf(ImmutableArray<IncrementalGeneratorRunStep> steps)
    {
        IncrementalStepRunReason[] reasons = [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
        Assert.NotEmpty(reasons);
        return reasons;
    }
}
