using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>Methods that cannot become functions of a net: reported where it stands in the method, and the generated code adds no error.</summary>
public sealed class FunctionProblemTests
{
    [Theory]
    [InlineData("", "SN2100 ActivationMethod = \"F\"")]
    [InlineData("class Inner { static float F(float x) => x; }", "SN2100 ActivationMethod = \"F\"")]
    [InlineData("float F(float x) => x;", "SN2101 F")]
    [InlineData("static double F(double x) => x;", "SN2102 F")]
    [InlineData("static float F(float x, float y) => x;", "SN2102 F")]
    [InlineData("static float F() => 1;", "SN2102 F")]
    [InlineData("static float F(in float x) => x;", "SN2102 F")]
    [InlineData("static float F(params float[] x) => x[0];", "SN2102 F")]
    [InlineData("static float F<T>(float x) => x;", "SN2102 F")]
    [InlineData("const float F = 1;", "SN2102 F")]
    [InlineData("static float F => 1;", "SN2102 F")]
    [InlineData("static float F(float x) { return x; }", "SN2103 F")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] static extern float F(float x);", "SN2103 F")]
    public Task Method(string members, string expected) => AssertProblem(members, "ActivationMethod = \"F\"", expected);

    [Theory]
    [InlineData("MathF.Cbrt(x)", "SN2105 MathF.Cbrt(x)")]
    [InlineData("1 + MathF.Log(x, 2)", "SN2105 MathF.Log(x, 2)")]
    [InlineData("MathF.Pow(x, 0.5f)", "SN2105 MathF.Pow(x, 0.5f)")]
    [InlineData("MathF.Pow(2, x)", "SN2105 MathF.Pow(2, x)")]
    [InlineData("MathF.Pow(x, 17)", "SN2105 MathF.Pow(x, 17)")]
    [InlineData("Math.Clamp(x, 1f, -1f)", "SN2105 Math.Clamp(x, 1f, -1f)")]
    [InlineData("Math.Clamp(1, -x, x)", "SN2105 Math.Clamp(1, -x, x)")]
    [InlineData("x % 2", "SN2105 x % 2")]
    [InlineData("x * s_field", "SN2105 s_field")]
    [InlineData("(int)x", "SN2105 (int)x")]
    [InlineData("x * (MathF.Sign(x) + 1)", "SN2105 MathF.Sign(x) + 1")]
    [InlineData("x is > 0 ? x : 0", "SN2105 x is > 0")]
    [InlineData("x switch { > 0 => x, _ => 0 }", "SN2105 x switch { > 0 => x, _ => 0 }")]
    [InlineData("(x > 0) == (x < 1) ? x : 1", "SN2105 (x > 0) == (x < 1)")]
    [InlineData("Other(x)", "SN2105 Other(x)")]
    [InlineData("new[] { x }[0]", "SN2105 new[] { x }[0]")]
    [InlineData("(float)(x * 0.5)", "SN2106 0.5")]
    [InlineData("(float)Math.Sqrt(x)", "SN2106 Math.Sqrt(x)")]
    [InlineData("x > 0.5 ? x : 0", "SN2106 0.5")]
    [InlineData("x + (float)(Math.Sqrt(x) / x)", "SN2106 Math.Sqrt(x)")]
    [InlineData("(float)(double)x", "SN2106 (double)x")]
    [InlineData("x > 1 ? F(x - 1) : x", "SN2107 F(x - 1)")]
    [InlineData("Back(x)", "SN2107 F(x)")]
    [InlineData("x + MathF.Cbrt(x) + s_field", "SN2105 MathF.Cbrt(x)", "SN2105 s_field")]
    public Task Expression(string body, params string[] expected) => AssertProblem(
        $"static readonly float s_field = 1; static float Other(float x) {{ return x; }} static float Back(float x) => F(x); static float F(float x) => {body};",
        "ActivationMethod = nameof(F)",
        expected);

    [Theory]
    [InlineData("static float F(float x) => x > 0 ? 1 : 0;", "SN2108 F")]
    [InlineData("static float F(float x) => MathF.Floor(x) + MathF.Sign(x);", "SN2108 F")]
    [InlineData("static float F(float x) => 2;", "SN2108 F")]
    [InlineData("static float F(float x) => G(G(G(x))); static float G(float x) => x * x * x * x * x * x;", "SN2109 F")]
    [InlineData(
        "static float F(float x) => G(G(x)); static float G(float x) => H(H(H(x))); static float H(float x) => I(I(I(x))); "
            + "static float I(float x) => J(J(J(J(J(x))))); static float J(float x) => K(K(x)); static float K(float x) => x;",
        "SN2109 F")]
    [InlineData("static float F(float x) => x; float FDerivative(float x) => 1;", "SN2101 FDerivative")]
    [InlineData("static float F(float x) => x; static float FDerivative() => 1;", "SN2102 FDerivative")]
    [InlineData("static float F(float x) => x; static float FDerivative(float x) { return 1; }", "SN2103 FDerivative")]
    [InlineData("static float F(float x) => x; static float FDerivative(float x) => MathF.Cbrt(x);", "SN2105 MathF.Cbrt(x)")]
    public Task Derivative(string members, string expected) => AssertProblem(members, "ActivationMethod = nameof(F)", expected);

    [Theory]
    [InlineData("ActivationMethod = nameof(MathF.Cbrt)", "SN2104 ActivationMethod = nameof(MathF.Cbrt)")]
    [InlineData("ActivationMethod = nameof(Curves.F)", "SN2102 F")]
    [InlineData("Activation = Activation.Relu, ActivationMethod = nameof(G)", "SN2008 ActivationMethod = nameof(G)")]
    public Task Argument(string argument, string expected) => AssertProblem("static float G(float x) => x * x;", argument, expected);

    [Theory]
    [InlineData("", "SN2100 nameof(Loss)")]
    [InlineData("static float F(float target) => target;", "SN2102 F")]
    [InlineData("static float F(float target, float output) => MathF.Cbrt(output);", "SN2105 MathF.Cbrt(output)")]
    [InlineData("static float F(float target, float output) => target;", "SN2108 F")]
    [InlineData("static float F(float t, float y) => t * y; static float FDerivative(float y) => y;", "SN2102 FDerivative")]
    public async Task Loss(string members, string expected)
    {
        string name = members.Length == 0 ? "nameof(Loss)" : "nameof(F)";
        GeneratorRun run = await GeneratorRun.Of($"using System; using StaticNets; [StaticNet, Input(2), Dense(1), Compile({name}, Optimizer.Sgd)] partial class XorNet {{ {members} }}");

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }

    [Fact]
    public async Task Settings_belong_to_other_losses()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(1), Compile(nameof(F), Optimizer.Sgd, Delta = 2)] partial class XorNet { static float F(float t, float y) => t * y; }");

        run.AssertReported("SN4010 Delta = 2");
        Assert.Equal("Delta is not a setting of the loss XorNet.F, which has no settings; remove it or choose another loss", run.Reported[0].GetMessage());
    }

    [Theory]
    [InlineData("static float F(float x) => x; static float F(double x) => (float)x; float F(int x) => x;")]
    [InlineData("static float F(float VectorMath) => MathF.Exp(VectorMath);")]
    [InlineData("static partial float F(float x); static partial float F(float x) => x;")]
    [InlineData("public static float F(float x) => x;", "class Base { public static float F(float x) => x; } partial class XorNet : Base;")]
    public async Task Found(string members, string rest = "")
    {
        GeneratorRun run = await GeneratorRun.Of(
            $"using System; using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = \"F\")] partial class XorNet {{ {(rest.Length == 0 ? members : "")} }} {rest}");

        run.AssertReported();
        run.AssertAddsNoErrors();
    }

    [Theory]
    [InlineData("x + Missing(x)")]
    [InlineData("x > 1")]
    [InlineData("G(x) ? x : 1")]
    [InlineData("x + true")]
    [InlineData("")]
    public async Task The_compilers_errors_are_left_to_it(string body)
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = nameof(F)), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] "
            + $"partial class XorNet {{ static float F(float x) => {body}; static bool G(float x) => x; }}");

        run.AssertReported();
        run.AssertAddsNoErrors();
    }

    [Fact]
    public async Task A_method_of_two_layers_is_reported_once()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = nameof(F)), Dense(1, ActivationMethod = nameof(F))] partial class XorNet { static float F(float x) => x % 1; }");

        run.AssertReported("SN2105 x % 1");
    }

    [Fact]
    public async Task A_thousand_terms_are_too_many()
    {
        string sum = string.Join(" + ", System.Linq.Enumerable.Repeat("x", 1000));
        GeneratorRun run = await GeneratorRun.Of(
            $"using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = nameof(F))] partial class XorNet {{ static float F(float x) => {sum}; }}");

        run.AssertReported("SN2109 F");
    }

    [Fact]
    public async Task A_mistake_in_a_method_that_two_functions_call_is_reported_once()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = nameof(F)), Activation(nameof(G)), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] "
            + "partial class XorNet { static float F(float x) => H(x); static float G(float x) => H(x); static float H(float x) => x % 1; }");

        run.AssertReported("SN2105 x % 1");
    }

    private static async Task AssertProblem(string members, string argument, params string[] expected)
    {
        GeneratorRun run = await GeneratorRun.Of(
            $$"""
            using System;
            using StaticNets;
            static class Curves { public static int F(int x) => x; }
            [StaticNet, Input(2), Dense(3, {{argument}}), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
            partial class XorNet { {{members}} }
            """);

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }
}
