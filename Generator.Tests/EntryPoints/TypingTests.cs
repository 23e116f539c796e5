using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>While a net is typed, its source is broken most of the time: neither generator nor analyzer may stumble, whatever is missing.</summary>
public sealed class TypingTests
{
    private const string Attributes = """
        [StaticNet(UnrollBudget = 8), Input(4, Name = "x")]
        [Conv2D(filters: 3, new[] { 3, -3 }, StridesPerAxis = new int[] { 1 }), Add("a", "b"), Dense(1, Activation = Activation.Relu)]
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.Accuracy })]
        """;

    private const string Plain = $$"""
        using StaticNets;
        namespace Shop;
        partial struct Outer { {{Attributes}} public partial class Net : System.Exception { public Net(string name) : this(1) { } public int Count { get; } } }
        """;

    private const string Hostile = $$"""
        using StaticNets;
        partial record Outer<T>(T Value)
        {
            {{Attributes}}
            partial class Net<Trainer>(int seed) : Outer<int>(3), IStaticNet<Net> where Trainer : class { Net() : this(1) { } int Predict => 3; class Batch; }
        }
        """;

    private const string Functions = """
        using StaticNets;
        [StaticNet, Input(4), Dense(1, ActivationMethod = nameof(Curves.F)), Activation("G"), Compile(nameof(Net.Distance), Optimizer.Sgd)]
        partial class Net
        {
            private static float G(float x) => System.MathF.Max(x, 1) > 0 ? -x : (float)Curves.F(a: x);
            private static float GDerivative(float x) => 1;
            private static float Distance(float t, float y) => (t - y) * (t - y);
        }
        static class Curves { public static float F(float a) => a / 2f; }
        """;

    [Theory]
    [InlineData(Plain)]
    [InlineData(Hostile)]
    [InlineData(Functions)]
    public async Task Every_beginning(string source)
    {
        foreach (SyntaxToken token in Tokens(source))
        {
            await AssertHarmless(source[..token.Span.End]);
        }
    }

    [Theory]
    [InlineData(Plain)]
    [InlineData(Hostile)]
    [InlineData(Functions)]
    public async Task Every_missing_token(string source)
    {
        foreach (SyntaxToken token in Tokens(source))
        {
            await AssertHarmless(source.Remove(token.Span.Start, token.Span.Length));
        }
    }

    private static IEnumerable<SyntaxToken> Tokens(string source) =>
        GeneratorRun.Parse(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0);

    private static async Task AssertHarmless(string source)
    {
        GeneratorRun run = await GeneratorRun.Of(source);

        run.AssertAddsNoErrors();
    }
}
