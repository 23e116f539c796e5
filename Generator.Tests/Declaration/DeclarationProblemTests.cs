using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>Declarations that cannot become a net: each has its own id under its own squiggle, and the generated code adds no error.</summary>
public sealed class DeclarationProblemTests
{
    [Theory]
    [InlineData("[Net] class XorNet;", "SN1001 XorNet")]
    [InlineData("class Outer { [Net] partial class XorNet; }", "SN1002 Outer")]
    [InlineData("class Outer { partial class Middle { [Net] partial class XorNet; } }", "SN1002 Outer")]
    [InlineData("[Net] partial class XorNet<T>;", "SN1003 <T>")]
    [InlineData("partial class Outer<T> { [Net] partial class XorNet; }", "SN1003 <T>")]
    [InlineData("partial interface IOuter<T> where T : class { [Net] partial class XorNet; }", "SN1003 <T>")]
    [InlineData("[Net] static partial class XorNet;", "SN1004 static")]
    [InlineData("[Net] abstract partial class XorNet;", "SN1005 abstract")]
    [InlineData("[Net] partial class XorNet; abstract partial class XorNet;", "SN1005 abstract")]
    [InlineData("[Net] file partial class XorNet;", "SN1006 file")]
    [InlineData("file partial class Outer { [Net] partial class XorNet; }", "SN1006 file")]
    [InlineData("[Net] partial record XorNet;", "SN1007 record")]
    [InlineData("[Net] partial record XorNet(int Size);", "SN1007 record")]
    [InlineData("[Net] partial struct XorNet;", "SN1008 struct")]
    [InlineData("[Net] partial record struct XorNet;", "SN1008 record")]
    [InlineData("[Net] partial interface XorNet;", "SN1008 interface")]
    public Task Type(string declaration, string expected) => AssertProblem(declaration, expected);

    [Theory]
    [InlineData("[Net] partial class XorNet(int seed);", "SN1009 (int seed)")]
    [InlineData("[Net] partial class XorNet(string name) { public string Label => name; }", "SN1009 (string name)")]
    [InlineData("[Net] partial class XorNet { public XorNet(int size) { } }", "SN1010 XorNet")]
    [InlineData("[Net] partial class XorNet { public XorNet() { } }", "SN1011 XorNet")]
    [InlineData("[Net] partial class XorNet { public XorNet(string name) : base() { } }", "SN1011 XorNet")]
    [InlineData("class Base { protected Base(int x) { } } [Net] partial class XorNet : Base;", "SN1021 Base")]
    public Task Constructor(string declaration, string expected) => AssertProblem(declaration, expected);

    [Theory]
    [InlineData("[Net] partial class XorNet { public XorNet() : this(1) { } }")]
    [InlineData("[Net] partial class XorNet { public XorNet(string name, int seed) : this(seed) { } static XorNet() { } }")]
    [InlineData("class Base { protected Base(int x = 1) { } } [Net] partial class XorNet : Base;")]
    [InlineData("[Net] partial class XorNet { private int CreateTrainer() => 1; public int Calls => CreateTrainer(); }")]
    [InlineData("[TrainedNet] partial class Inference;")]
    [InlineData("[TrainedNet] partial class Vector512;")]
    [InlineData("[Net] partial class XorNet; partial class XorNet { public int Count { get; set; } }")]
    public async Task Allowed(string declaration)
    {
        GeneratorRun run = await GeneratorRun.Of(Expand(declaration));

        run.AssertReported();
    }

    [Theory]
    [InlineData("[Net] partial class XorNet { public int Predict; }", "SN1012 Predict")]
    [InlineData("[Net] partial class XorNet { public void Predict(string text) { } }", "SN1012 Predict")]
    [InlineData("[Net] partial class XorNet { public const int InputSize = 3; }", "SN1012 InputSize")]
    [InlineData("[Net] partial class XorNet { public float[] Parameters => []; }", "SN1012 Parameters")]
    [InlineData("[Net] partial class XorNet { public int get_Parameters() => 1; }", "SN1012 get_Parameters")]
    [InlineData("[TrainedNet] partial class XorNet { public class Trainer; }", "SN1012 Trainer")]
    [InlineData("[TrainedNet] partial class XorNet { public event System.Action? ComputeLoss { add { } remove { } } }", "SN1012 ComputeLoss")]
    [InlineData("[Net] partial class XorNet { void IStaticNet<XorNet>.SetParameters(System.ReadOnlySpan<float> parameters) { } }", "SN1012 SetParameters")]
    [InlineData("class Base { protected int Summary; } [Net] partial class XorNet : Base;", "SN1012 XorNet")]
    [InlineData("[Net] partial class Predict;", "SN1013 Predict")]
    [InlineData("[TrainedNet] partial class Trainer;", "SN1013 Trainer")]
    public Task Name(string declaration, string expected) => AssertProblem(declaration, expected);

    [Theory]
    [InlineData("[StaticNet, Input(4), Dense(1)] partial class XorNet; [Dense(2)] partial class XorNet;", "SN1015 Dense(2)")]
    [InlineData("[StaticNet, Input(4)] partial class XorNet; [Dense(2)] partial class XorNet;", "SN1015 Dense(2)")]
    [InlineData("[StaticNet] partial class XorNet;", "SN1016 StaticNet")]
    [InlineData("[StaticNet, Dense(2)] partial class XorNet;", "SN1016 StaticNet")]
    [InlineData("[StaticNet, Dense(2), Input(4)] partial class XorNet;", "SN1017 Input(4)")]
    [InlineData("[StaticNet, Input(4)] partial class XorNet;", "SN1018 StaticNet")]
    [InlineData("class MineAttribute : LayerAttribute; [StaticNet, Input(4), Mine(Name = \"a\"), Dense(1)] partial class XorNet;", "SN1019 Mine(Name = \"a\")")]
    [InlineData("class MineAttribute(int) : LayerAttribute { } [StaticNet, Input(4), Mine(3), Dense(1)] partial class XorNet;", "SN1019 Mine(3)")]
    [InlineData("class MineAttribute<T> : LayerAttribute; [StaticNet, Input(4), Mine<int>] partial class XorNet;", "SN1019 Mine<int>")]
    public Task Layers(string declaration, string expected) => AssertProblem(declaration, expected);

    [Fact]
    public async Task Language()
    {
        GeneratorRun run = await GeneratorRun.Of(GeneratorRun.CompileAs(LanguageVersion.CSharp7_3, Expand("[Net] partial class XorNet { }")));

        run.AssertReported("SN1022 XorNet");
        run.AssertAddsNoErrors();
        Assert.Empty(run.Sources);
    }

    /// <summary>The code around the net compiles, whatever it does with it.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    public async Task Language_is_one_error(LanguageVersion version)
    {
        GeneratorRun run = await GeneratorRun.Of(GeneratorRun.CompileAs(version, """
            using System;
            using StaticNets;

            namespace Shop
            {
                [StaticNet, Input(4), Dense(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
                public sealed partial class XorNet
                {
                }

                [StaticNet, Input(4), Dense(2)]
                public sealed partial class Predicting
                {
                }

                public static class User
                {
                    public static float Run(Dataset data, float[] x)
                    {
                        XorNet net = new XorNet(seed: 3);
                        net.Fit(data, XorNet.InputSize > 0 ? new FitOptions() : null);
                        net.Predict(x, x);
                        net.Load(XorNet.Summary);
                        new Predicting().Predict(data);
                        using (XorNet.Trainer trainer = net.CreateTrainer())
                        {
                            trainer.Fit(data);
                            return trainer.Step(x, x) + (float)net.Evaluate(data).Loss + net.Parameters[0];
                        }
                    }
                }
            }
            """));

        run.AssertReported("SN1022 XorNet", "SN1022 Predicting");
        Assert.DoesNotContain(run.After.GetDiagnostics(), diagnostic => diagnostic.DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    /// <summary>Names that only nets with several inputs or outputs have.</summary>
    [Theory]
    [InlineData("[StaticNet, Input(4), Dense(2)] partial class XorNet { int Inputs; int Outputs; }")]
    [InlineData("[StaticNet, Input(4), Dense(2), Dense(3), Output(\"dense\")] partial class XorNet { int Inputs; int Outputs; }", "SN1012 Outputs")]
    [InlineData("[StaticNet, Input(4), Input(4), Add(\"input_layer\", \"input_layer_1\")] partial class XorNet { int Inputs; }", "SN1012 Inputs")]
    [InlineData("[StaticNet, Input(4), Dense(2), Dense(3), Output(\"dense\")] partial class Outputs;", "SN1013 Outputs")]
    public async Task Names_of_several(string declaration, params string[] expected)
    {
        GeneratorRun run = await GeneratorRun.Of(Expand(declaration));

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }

    /// <summary>The editor shows them; a build stops at the compiler's own error.</summary>
    [Fact]
    public async Task An_unknown_attribute_hides_no_other_problem()
    {
        GeneratorRun run = await GeneratorRun.Of("""
            using StaticNets;
            [StaticNet, Input(4), Dens(3), Dense(-8), Compile(Loss.MeanSquaredError, Optimizer.Adam, Momentum = 0.5)] partial class First;
            [StaticNet, Input(4), Dense(-3)] partial class Second;
            """);

        run.AssertReported("SN2001 -8", "SN4003 Momentum = 0.5", "SN2001 -3");
    }

    [Fact]
    public async Task Layers_may_stand_on_another_part_than_the_marker()
    {
        GeneratorRun run = await GeneratorRun.Of(Expand("[StaticNet] partial class XorNet; [Input(4), Dense(2)] partial class XorNet;"));

        run.AssertReported();
    }

    [Fact]
    public async Task Two_markers_are_the_compilers_to_report()
    {
        GeneratorRun run = await GeneratorRun.Of(Expand("[StaticNet, Input(4)] partial class XorNet; [StaticNet] partial class XorNet;"));

        run.AssertReported("SN1018 StaticNet");
        run.AssertAddsNoErrors();
        Assert.Single(run.Sources);
    }

    private static async Task AssertProblem(string declaration, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of(Expand(declaration));

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }

    private static string Expand(string declaration) => "using StaticNets;\n" + declaration
        .Replace("[Net]", "[StaticNet, Input(2), Dense(1)]")
        .Replace("[TrainedNet]", "[StaticNet, Input(2), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)]");
}
