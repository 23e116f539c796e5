using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>An attribute that was forgotten is named, where the compiler only says that a method does not fit.</summary>
public sealed class MissingAttributeTests
{
    private const string Net = "[StaticNet, Input(4), Dense(2)] partial class XorNet;";

    [Theory]
    [InlineData("[Input(4), Dense(2)] partial class XorNet;", "SN1040 XorNet")]
    [InlineData("[Dense(2)] class XorNet;", "SN1040 XorNet")]
    [InlineData("[Compile(Loss.MeanSquaredError, Optimizer.Sgd)] class XorNet;", "SN1040 XorNet")]
    [InlineData("[Input(4)] partial class XorNet; [Dense(2)] partial class XorNet;", "SN1040 XorNet")]
    [InlineData("[Input(4)] partial class XorNet; [StaticNet, Dense(2)] partial class XorNet;", "SN1015 Dense(2)")]
    [InlineData("[Dense(2)] class TwiceAttribute : BlockAttribute;")]
    [InlineData("class Other;")]
    public async Task Of_a_class(string declaration, params string[] expected) =>
        (await GeneratorRun.Of("using StaticNets; " + declaration)).AssertReported(expected);

    [Theory]
    [InlineData("net.Fit(data)", "SN1041 Fit")]
    [InlineData("new XorNet(3).Evaluate(data, 32)", "SN1041 Evaluate")]
    [InlineData("net.CreateTrainer()", "SN1041 CreateTrainer")]
    [InlineData("net.ComputeLoss(default, default)", "SN1041 ComputeLoss")]
    [InlineData("net.Predict(data)")]
    [InlineData("other.Fit(data)")]
    [InlineData("trainer.Fit(data)")]
    [InlineData("Own.Fit(net)")]
    [InlineData("net.Fit(3)")]
    [InlineData("nobody.Fit(data)")]
    public async Task Of_a_call(string call, params string[] expected)
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using StaticNets;
            {{Net}}
            [StaticNet, Input(4), Dense(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] partial class OtherNet;
            static class Own { public static void Fit(this XorNet net, int epochs = 1) { } }
            class User { void Run(XorNet net, OtherNet other, ITrainer trainer, Dataset data) { _ = {{call}}; } }
            """);

        run.AssertReported(expected);
    }

    [Theory]
    [InlineData("net.Fit(data)", "SN1042 Fit")]
    [InlineData("net.Evaluate(data, 32)", "SN1042 Evaluate")]
    [InlineData("net.ComputeLoss(default, default)", "SN1042 ComputeLoss")]
    [InlineData("trainer.Fit(data)", "SN1042 Fit")]
    [InlineData("trainer.Step(null, null)", "SN1042 Step")]
    [InlineData("trainer.ComputeGradients(default)", "SN1042 ComputeGradients")]
    [InlineData("net.CreateTrainer()")]
    [InlineData("net.Predict(data)")]
    [InlineData("net.Nothing()")]
    public async Task Of_a_loss(string call, params string[] expected)
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using StaticNets;
            [StaticNet, Input(4), Dense(2), Compile(Optimizer.Sgd)] partial class XorNet;
            class User { void Run(XorNet net, XorNet.Trainer trainer, Dataset data) { _ = {{call}}; } }
            """);

        run.AssertReported(expected);
    }

    [Fact]
    public async Task Each_says_what_to_write()
    {
        GeneratorRun run = await GeneratorRun.Of("""
            using StaticNets;
            [Input(4), Dense(2)] partial class First;
            [Dense(2)] class Second;
            [StaticNet, Input(4), Dense(2)] partial class XorNet { void Run(Dataset data) => this.Fit(data); }
            """);

        Assert.Equal(
            [
                "'First' has [Input] but no [StaticNet], so nothing is generated for it; add [StaticNet]",
                "'Second' has [Dense] but no [StaticNet], so nothing is generated for it; add [StaticNet], or derive it from BlockAttribute if it is a block",
                "'XorNet' has no [Compile], so it only predicts and has no Fit; add [Compile(Loss.MeanSquaredError, Optimizer.Adam)], or another loss, to it",
            ],
            run.Reported.Select(diagnostic => diagnostic.GetMessage()));
        Assert.All(run.Reported, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }
}
