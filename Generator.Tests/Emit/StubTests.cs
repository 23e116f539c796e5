using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>The stub of an invalid net: it compiles wherever the net stands, the code around it compiles, and it says what is wrong when it is used.</summary>
public sealed class StubTests
{
    [Fact]
    public async Task Inference() => Snapshot.Verify((await GeneratorRun.Of("""
        using StaticNets;
        namespace Shop;

        partial class Outer
        {
            [StaticNet, Input(2)]
            partial class XorNet;
        }
        """)).Source);

    [Fact]
    public async Task Training() => Snapshot.Verify((await GeneratorRun.Of("""
        using StaticNets;

        [StaticNet, Input(2), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
        partial class XorNet;
        """)).Source);

    [Theory]
    [InlineData("[Invalid] partial class @class;", "class")]
    [InlineData("[Invalid] partial class @record;", "record")]
    [InlineData("[Invalid] partial class @void;", "void")]
    [InlineData("[Invalid] partial class Größe;", "Größe")]
    [InlineData("namespace @namespace.@int { [Invalid] partial class XorNet; }", "namespace.int.XorNet")]
    [InlineData("partial record struct @event { partial interface IInner { [Invalid] partial class XorNet; } }", "event+IInner+XorNet")]
    [InlineData("static partial class Outer { [Invalid] partial class XorNet; }", "Outer+XorNet")]
    [InlineData("readonly ref partial struct Outer { [Invalid] private partial class XorNet; }", "Outer+XorNet")]
    [InlineData("partial class Outer { partial record Middle(int X) { [Invalid] protected partial class XorNet; } }", "Outer+Middle+XorNet")]
    [InlineData("namespace StaticNets.Execution { [Invalid] public partial class XorNet; }", "StaticNets.Execution.XorNet")]
    [InlineData("namespace Shop { class System; class Batch; class Span; [Invalid] public partial class XorNet; }", "Shop.XorNet")]
    [InlineData("[Invalid] public partial class XorNet { class System; class StaticNets; class InvalidNetAttribute; }", "XorNet")]
    public async Task Stands_anywhere_and_throws_the_diagnostics_text(string declaration, string name)
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets;\n" + declaration.Replace("[Invalid]", "[StaticNet, Input(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd)]"));

        run.AssertAddsNoErrors();
        string message = Assert.Throws<InvalidOperationException>(() => Create(run, name)).Message;
        Assert.Contains($"SN1018: '{name.Split('.', '+').Last()}' needs at least one layer below its [Input]", message);
        Assert.Contains(run.Reported, diagnostic => message.Contains(diagnostic.GetMessage(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SparseCategoricalCrossentropy", "labels")]
    [InlineData("CategoricalCrossentropy", "targets")]
    [InlineData("MeanAbsoluteError", "targets")]
    public async Task The_code_around_it_compiles(string loss, string second)
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using StaticNets;
            using System;

            [StaticNet, Input(2), Compile(Loss.{{loss}}, Optimizer.Adam)]
            public partial class XorNet;

            public static class User
            {
                private static readonly float[] s_outputs = new float[XorNet.OutputSize];

                public static float Train(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Batch batch)
                {
                    XorNet net = new(seed: 42);
                    net.SetParameters(net.Parameters[..(XorNet.ParameterCount / XorNet.InputSize)]);
                    using XorNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2 });
                    trainer.Step(inputs, {{second}});
                    trainer.Step(batch);
                    trainer.ComputeGradients(inputs, {{second}});
                    trainer.Gradients.Clear();
                    trainer.ApplyGradients();
                    trainer.LearningRate = 0.1f;
                    trainer.Iteration = trainer.Updates + trainer.Threads;
                    using Predictor predictor = net.CreatePredictor();
                    predictor.Predict(inputs, s_outputs);
                    net.Predict(inputs, s_outputs);
                    Console.WriteLine(XorNet.Summary);
                    return Evaluate(net, batch) + trainer.Penalty + net.ComputeLoss(batch, s_outputs);
                }

                private static float Evaluate<T>(T net, Batch batch) where T : class, ITrainableNet<T>
                {
                    using ITrainer trainer = net.CreateTrainer();
                    return trainer.ComputeLoss(batch, new float[T.Info.OutputSize]);
                }
            }
            """);

        run.AssertReported("SN1018 StaticNet");
        Assert.Empty(run.After.GetDiagnostics());
    }

    /// <summary>Whatever the losses are: the code around the net compiles as it will with the real one.</summary>
    [Theory]
    [InlineData("Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)")]
    [InlineData("Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, IgnoreClass = 1)")]
    [InlineData("Compile(Loss.Hinge, Optimizer.Adam)")]
    [InlineData("Compile(nameof(Own.Distance), Optimizer.Adam)")]
    [InlineData("Output(\"a\", Loss.MeanSquaredError), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)")]
    [InlineData("Output(\"a\", Loss.SparseCategoricalCrossentropy), Compile(Loss.MeanSquaredError, Optimizer.Adam)")]
    [InlineData("Output(\"a\", Loss.SparseCategoricalCrossentropy), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)")]
    [InlineData("Output(\"a\", nameof(Own.Distance)), Compile(Loss.MeanSquaredError, Optimizer.Adam)")]
    [InlineData("Output(\"a\")")]
    [InlineData("Output(\"a\"), Compile(Optimizer.Adam)")]
    [InlineData("Compile(Optimizer.Adam, InputGradients = true)")]
    [InlineData("UnitNormalization")]
    public async Task It_has_the_members_of_the_real_net(string attributes)
    {
        const string Source =
            "using StaticNets; [StaticNet, Input(2), Dense(3, Name = \"a\"), Dense([Size]), [Rest]] public partial class XorNet; "
            + "public static class Own { public static float Distance(float target, float x) => (x - target) * (x - target); }";
        GeneratorRun real = await GeneratorRun.OfTarget("v2", Source.Replace("[Size]", "3").Replace("[Rest]", attributes));
        GeneratorRun stub = await GeneratorRun.OfTarget("v2", Source.Replace("[Size]", "0").Replace("[Rest]", attributes));

        real.AssertReported();
        Assert.NotEmpty(stub.Reported);
        stub.AssertAddsNoErrors();
        Assert.Equal(PublicMembers(real), PublicMembers(stub));
    }

    [Fact]
    public async Task Where_a_loss_cannot_be_read_every_overload_is_there()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets; [StaticNet, Input(2), Dense(3), Compile(Loss.Nothing, Optimizer.Adam)] public partial class XorNet;");

        Assert.Equal(3, PublicMembers(run).Count(member => member.Contains(".Step(System.ReadOnlySpan<float> ", StringComparison.Ordinal)));
    }

    /// <summary>While the second argument is still to be typed, calls of Fit are no errors of their own.</summary>
    [Theory]
    [InlineData("Compile")]
    [InlineData("Compile(Loss.MeanSquaredError)")]
    [InlineData("Compile(nameof(XorNet))")]
    public async Task Where_a_loss_is_to_come_it_has_one_already(string compile)
    {
        GeneratorRun run = await GeneratorRun.Of(
            $"using StaticNets; [StaticNet, Input(2), Dense(0), {compile}] public partial class XorNet {{ static void Run(Dataset data) => new XorNet().Fit(data); }}");

        run.AssertAddsNoErrors();
        Assert.Contains(PublicMembers(run), member => member.Contains(".Step(System.ReadOnlySpan<float> ", StringComparison.Ordinal));
    }

    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType);

    private static string[] PublicMembers(GeneratorRun run)
    {
        INamedTypeSymbol net = run.After.GetTypeByMetadataName("XorNet")!;
        return
        [
            .. net.GetMembers().Concat(net.GetTypeMembers().SelectMany(type => type.GetMembers()))
                .Where(member => member.DeclaredAccessibility == Accessibility.Public)
                .Select(member => member.ToDisplayString(s_signature))
                .Concat(net.AllInterfaces.Select(type => type.ToDisplayString()))
                .Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public async Task A_net_without_a_constructor_of_the_stubs_throws_when_it_is_used()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets; [StaticNet, Input(2), Dense(1)] public partial class XorNet(string name) { public override string ToString() => name; }");
        run.AssertAddsNoErrors();
        using LoadedAssembly loaded = new(run.After);

        object net = Activator.CreateInstance(loaded.GetType("XorNet"), "x")!;
        Exception? failure = Assert.Throws<TargetInvocationException>(() => net.GetType().GetMethod("CreatePredictor")!.Invoke(net, [null])).InnerException;

        Assert.StartsWith("SN1009: ", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_in_the_text_and_odd_characters_survive()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets; [StaticNet, Input(2), Dense(1)] public abstract partial class Net\u0416 { int Predict; public int F() => Predict++; }");

        run.AssertReported("SN1005 abstract", "SN1012 Predict");
        Assert.Contains("SN1005: 'Net\u0416' must not be abstract, because the generator writes all of it\\nSN1012: 'Predict' is", run.Source);
        Assert.DoesNotContain("void Predict(", run.Source);
        Assert.Contains("void global::StaticNets.IStaticNet<global::Net\u0416>.Predict(", run.Source);
        run.AssertAddsNoErrors();
    }

    private static object Create(GeneratorRun run, string name)
    {
        using LoadedAssembly loaded = new(run.After);
        ConstructorInfo constructor = loaded.GetType(name).GetConstructor([typeof(int)])!;
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [0], null);
    }
}
