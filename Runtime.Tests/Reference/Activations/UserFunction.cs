using System;

namespace StaticNets.Tests.Reference.Activations;

/// <summary>
/// The activations of <c>Nets/CustomFunctionNets.cs</c> again, in double and with derivatives found by hand. They count as members of the enum behind Keras' own, so
/// that every layer of the reference can have one.
/// </summary>
internal sealed record UserFunction(string Name, Func<double, double> Value, Func<double, double> Derivative, params double[] Kinks)
{
    private const int First = 1000;

    private static readonly UserFunction[] s_all =
    [
        new("Squash", x => x / (1 + Math.Abs(x)), x => Math.Pow(1 + Math.Abs(x), -2)),
        new("Swish", x => x * Logistic(x), x => Logistic(x) * (1 + (x * Logistic(-x)))),
        new("Bump", z => Math.Exp(-z * z / 2) + (z / 10), z => 0.1 - (z * Math.Exp(-z * z / 2))),
        new("Basin", x => Math.Abs(x) <= 1 ? ((x * x) + 1) / 2 : Math.Abs(x), x => Math.Clamp(x, -1, 1)),
        new("Entropy", x => x > 0 ? x * Math.Log(x) : 0, x => x > 0 ? Math.Log(x) + 1 : 0, 0),
        new("Ramp", x => Math.Max(0, Math.Min(x, 0.75)) + (0.25 * x), x => x > 0 && x < 0.75 ? 1.25 : 0.25, 0, 0.75),
        new("Gate", x => x / (1 + Math.Exp(-2 * x)), x => Logistic(2 * x) * (1 + (2 * x * Logistic(-2 * x)))),
        new("Pieces", Pieces, PiecesDerivative, -1, -0.5, 0, 0.5),
        new("Step", x => x >= 0 ? 1 : -1, _ => 0),
        new("Binary", x => x >= 0 ? 1 : -1, x => Math.Abs(x) <= 3 ? 1 : 0),
        new("Stairs", x => Math.Floor(x / 4) + Math.Ceiling(x / 2), _ => 0.75),
        new("Powers", x => Math.Pow(x, 3) / (1 + Math.Pow(x, 2)), x => ((Math.Pow(x, 4)) + (3 * x * x)) / Math.Pow(1 + (x * x), 2)),
        new("Valley", x => (x * x) - (x / 2), x => (2 * x) - 0.5),
        new("Wave", x => x + Math.Pow(Math.Sin(x), 2), x => 1 + Math.Sin(2 * x)),
        new("Logistic", Logistic, x => Logistic(x) * Logistic(-x)),
        new("SoftLine", x => Math.Log(1 + Math.Exp(-Math.Abs(x))) + Math.Max(x, 0), Logistic),
    ];

    /// <summary>The member that a method's name stands for.</summary>
    public static Activation Member(string name) => (Activation)(First + Array.FindIndex(s_all, function => function.Name == name));

    /// <summary>The function of a member.</summary>
    public static UserFunction Of(Activation member) => s_all[(int)member - First];

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Pieces(double x) => x < -1 || x > 0.5 ? Math.Sqrt((x * x) + 1) : x == 0 ? 0 : Math.Tanh(x) + Math.CopySign(0.25, x) + (x > -0.5 ? 0.5 * x : 0);

    private static double PiecesDerivative(double x) =>
        x < -1 || x > 0.5 ? x / Math.Sqrt((x * x) + 1) : 1 - Math.Pow(Math.Tanh(x), 2) + (x > -0.5 ? 0.5 : 0);
}
