using System;
using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Expressions;

/// <summary>
/// The emitted functions, run: on every width they give what the user's own method gives, and their derivatives are those of finite differences, rule by rule.
/// </summary>
public sealed class FunctionRunTests : IClassFixture<FunctionRunTests.Fixture>
{
    private static readonly float[] s_values =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 1, -1, 0.5f, -0.5f, 2, -2,
        .. Enumerable.Range(-200, 401).Select(i => i * 0.0437f),
        .. Enumerable.Range(1, 30).Select(i => MathF.Pow(-7, i)),
    ];

    // Only what every machine rounds alike.
    private static readonly string[] s_exact =
    [
        "x",
        "1",
        "-x",
        "- -x + +x",
        "x / (1 + MathF.Abs(x))",
        "x - (1 - x - (2 - x)) * (x * (x - 3)) / (x / (x + 1))",
        "(x + 1) * 3 - 2 / x",
        "MathF.Max(x, 0)",
        "MathF.Max(-0f, MathF.Min(x, 1 - x))",
        "Math.Min(Math.Max(0f, x), 1 / x)",
        "Math.Clamp(x, -0f, 2f) + Math.Clamp(x, 0, 1f)",
        "float.Clamp(x, float.MinValue, float.MaxValue)",
        "x > 0 ? x : 0.2f * x",
        "x > 0 ? 1 : -1",
        "x >= 1 ? 5 : x",
        "x > 1 ? 5 : x",
        "x <= 1 ? 5 : x",
        "x < 1 ? 5 : x",
        "x == 1 ? 5 : x",
        "x != 1 ? 5 : x",
        "x >= 1 || x <= -1 ? x : x * x",
        "x < 1 && !(x == 0.5f) && x != -0.5f ? x : 3",
        "x > 0 ? x : x <= 0 ? 1 / x : 5",
        "(x > 0 & x < 1) | x < -1 ? 1 : x",
        "true ? x : 1",
        "x > 0 || false ? x : 1",
        "MathF.Floor(x) + MathF.Ceiling(x * 0.5f)",
        "MathF.Sqrt(MathF.Abs(x)) + MathF.Sqrt(x)",
        "x * 0.1f + MathF.PI - float.E / Half",
        "Twice(b: x, a: 3) - Twice(x, 1)",
        "IsSmall(x) ? x : -x",
        "1f / 3 * x * (2 / 3) + (float)0.1 * x",
    ];

    // Functions of VectorMath, powers, and a multiply-add that may be rounded twice.
    private static readonly string[] s_close =
    [
        "MathF.Exp(x)",
        "MathF.Log(x)",
        "MathF.Tanh(x)",
        "x * x < 1e12f ? MathF.Sin(x) + 2 : 0",
        "x * x < 1e12f ? MathF.Cos(x) + 2 : 0",
        "x + MathF.Sign(x) * 2.5f",
        "MathF.Pow(x, 3) * MathF.Pow(x, 0)",
        "MathF.Pow(x, -2)",
        "MathF.FusedMultiplyAdd(x, x, 1)",
        "1 / (1 + MathF.Exp(-x))",
        "x > 0 ? x * MathF.Log(x) : 0",
    ];

    private static readonly string[] s_smooth =
    [
        "-x",
        "3 * x + x * x - (1 - x)",
        "x * x * x - x * 0.5f",
        "(x + 1) / (x * x + 2)",
        "2 / (x * x + 1)",
        "x / 3",
        "MathF.FusedMultiplyAdd(x, x + 1, -x)",
        "MathF.Min(x, 1 - x) + MathF.Min(0.27f, x)",
        "MathF.Max(x * x, x) - MathF.Max(0.27f, x)",
        "Math.Clamp(x * x, 0.5f, 2f)",
        "MathF.Abs(x) * x - MathF.Abs(1 - x)",
        "MathF.Sign(x) * x * x",
        "MathF.Floor(x) * x + MathF.Ceiling(x) * x",
        "MathF.Sqrt(x * x + 1)",
        "MathF.Exp(-x * x)",
        "MathF.Log(x * x + 0.5f)",
        "MathF.Tanh(2 * x) * x",
        "x > 0.3f ? x * x : -x",
        "x + MathF.Pow(MathF.Sin(3 * x), 2)",
        "MathF.Cos(x * x)",
        "1 / (1 + MathF.Exp(-x))",
        "x / (MathF.Exp(2 * x) + 1)",
        "x / (MathF.Exp(x * x + 1) - 0.5f)",
        "(x + 2) / MathF.Exp(x)",
        "MathF.Log(MathF.Exp(x) + 3)",
        "MathF.Log(1 + MathF.Exp(-MathF.Abs(x)))",
        "x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)))",
        "MathF.Pow(x, 4) - MathF.Pow(x + 4, -1)",
        "x * (1 - x) * (2 - x) / (3 + x * x)",
        "-(x / (1 + x * x)) - -x",
    ];

    // Where a side that is not taken, or an exponential, is infinite or NaN; and corners.
    private static readonly (string Body, float X, float Slope)[] s_slopes =
    [
        ("x > 0 ? x * MathF.Log(x) : 0", 0, 0),
        ("x > 0 ? MathF.Sqrt(x) : 0", 0, 0),
        ("x == 0 ? 1 + x : MathF.Tanh(x) / x", 0, 1),
        ("1 / (1 + MathF.Exp(-x))", -200, 0),
        ("1 / (1 + MathF.Exp(-x))", 200, 0),
        ("x / (1 + MathF.Exp(-x))", -200, 0),
        ("x / (1 + MathF.Exp(-x))", 200, 1),
        ("MathF.Log(1 + MathF.Exp(x))", 80, 1),
        ("MathF.Log(1 + MathF.Exp(x))", 200, 1),
        ("x / (1 + MathF.Abs(x))", 1e25f, 0),
        ("MathF.Max(x, 0)", 0, 0),
        ("MathF.Max(0, x)", 0, 0),
        ("MathF.Min(x, 1)", 1, 0),
        ("MathF.Abs(x)", 0, 0),
        ("Math.Clamp(x, -1f, 1f)", 1, 0),
    ];

    private readonly EmittedFunctions _functions;

    public FunctionRunTests(Fixture fixture) => _functions = fixture.Functions;

    public static TheoryData<string> Exact => [.. s_exact];

    public static TheoryData<string> Near => [.. s_close];

    public static TheoryData<string> Smooth => [.. s_smooth];

    public static TheoryData<int> Slopes => [.. Enumerable.Range(0, s_slopes.Length)];

    [Theory]
    [MemberData(nameof(Exact))]
    public void The_bits_are_those_of_the_method(string body)
    {
        foreach (float x in s_values)
        {
            float expected = _functions.Call(body, x);
            Assert.All(_functions.OnVectors(body, x), actual => Assert.True(
                BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual) || (float.IsNaN(expected) && float.IsNaN(actual)),
                FormattableString.Invariant($"{body} of {x:R} is {actual:R} instead of {expected:R}.")));
        }
    }

    [Theory]
    [MemberData(nameof(Near))]
    public void The_values_are_those_of_the_method_but_for_rounding(string body)
    {
        // The sign of a NaN is an exception when it is asked of a float.
        foreach (float x in s_values.Where(x => !float.IsNaN(x) || !body.Contains("Sign")))
        {
            float expected = _functions.Call(body, x);
            Assert.All(_functions.OnVectors(body, x), actual => Assert.True(
                expected.Equals(actual) || Math.Abs(expected - actual) <= (6e-7 * Math.Abs(expected)) + 2e-38,
                FormattableString.Invariant($"{body} of {x:R} is {actual:R} instead of {expected:R}.")));
        }
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void The_derivative_is_that_of_finite_differences(string body)
    {
        const float Step = 1 / 256f;
        for (float x = -2.45f; x < 2.5f; x += 0.1f)
        {
            // Of fourth order, so that the step may be large: the function is a float.
            double near = _functions.Call(body, x + Step) - (double)_functions.Call(body, x - Step);
            double far = _functions.Call(body, x + (2 * Step)) - (double)_functions.Call(body, x - (2 * Step));
            double difference = ((8 * near) - far) / (12 * Step);
            Assert.All(_functions.DerivativeOnVectors(body, x), actual => Assert.True(
                Math.Abs(actual - difference) < 4e-4 * Math.Max(1, Math.Abs(_functions.Call(body, x))),
                FormattableString.Invariant($"The derivative of {body} at {x:R} is {actual:R} instead of {difference:R}.")));
        }
    }

    [Theory]
    [MemberData(nameof(Slopes))]
    public void The_derivative_at_a_place_where_it_could_go_wrong(int index)
    {
        (string body, float x, float slope) = s_slopes[index];

        Assert.All(_functions.DerivativeOnVectors(body, x), actual => Assert.Equal(slope, actual, 1e-6f));
    }

    /// <summary>All functions in one net, compiled once.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal EmittedFunctions Functions { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Functions = await EmittedFunctions.Of([.. s_exact, .. s_close], [.. s_smooth, .. s_slopes.Select(slope => slope.Body)]);

        public Task DisposeAsync()
        {
            Functions.Dispose();
            return Task.CompletedTask;
        }
    }
}
