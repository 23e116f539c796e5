using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Ir.Functions;

/// <summary>
/// An activation as passes and plans see it: which it is, and what they may do with it. Its formulas stand with the kernels.
/// </summary>
/// <param name="Name">
/// The member of <c>StaticNets.Activation</c>, with the parameters that are not its defaults: <c>LeakyRelu(0.3)</c>.
/// </param>
internal record Activation(string Name)
{
    /// <summary>Whether it works on each row of the last axis together, and not on each value alone.</summary>
    public bool IsOfRows { get; init; }

    /// <summary>
    /// Whether it is applied to results while they are in registers: it is a few instructions, never falls (so that it may come after a
    /// maximum), and its derivative reads the output.
    /// </summary>
    public bool FitsInRegisters { get; init; }

    /// <summary>
    /// Whether it is a few instructions. Where nothing but its value is wanted, in a net that predicts, it is then applied in registers
    /// even if it falls or its derivative reads the input.
    /// </summary>
    public virtual bool IsCheap => FitsInRegisters;

    /// <summary>Whether the derivative is computed from the input, where the output doesn't tell.</summary>
    public bool DerivativeReadsInput { get; init; }

    /// <summary>Whether it does nothing.</summary>
    public bool IsLinear => Name == "Linear";

    public sealed override string ToString() => Name;
}

/// <summary>
/// <c>z</c>, at most a maximum, where it is above the threshold, else <c>slope (z - threshold)</c>. No parameter is negative.
/// </summary>
internal sealed record ReluActivation : Activation
{
    public ReluActivation(double slope = 0, double? maximum = null, double threshold = 0)
        : base("Relu")
    {
        (Slope, Maximum, Threshold) = (slope, maximum, threshold);
        FitsInRegisters = true;
        Parameters = string.Join(", ", new[]
        {
            maximum is { } value ? $"MaxValue = {Literal.Short(value)}" : "",
            slope == 0 ? "" : $"NegativeSlope = {Literal.Short(slope)}",
            threshold == 0 ? "" : $"Threshold = {Literal.Short(threshold)}",
        }.Where(text => text.Length > 0));
        Name = Parameters.Length == 0 ? "Relu" : $"Relu({Parameters})";
    }

    public double Slope { get; }

    public double? Maximum { get; }

    public double Threshold { get; }

    /// <summary>The parameters that are not the defaults, by their names in <c>ReLUAttribute</c>.</summary>
    public string Parameters { get; }
}

/// <summary><c>z</c> where it is not negative, else <c>slope z</c> with a slope above 0.</summary>
internal sealed record LeakyReluActivation : Activation
{
    private const double DefaultSlope = 0.2;

    public LeakyReluActivation(double slope = DefaultSlope)
        : base(slope == DefaultSlope ? "LeakyRelu" : $"LeakyRelu({Literal.Short(slope)})")
    {
        Slope = slope;
        FitsInRegisters = true;
    }

    public double Slope { get; }
}

/// <summary><c>z</c> where it is positive, else <c>alpha (exp(z) - 1)</c>.</summary>
/// <param name="Alpha">Not negative.</param>
internal sealed record EluActivation(double Alpha = 1) : Activation(Alpha == 1 ? "Elu" : $"Elu({Literal.Short(Alpha)})");

/// <summary>A method of the user's. Nothing is known of its values, so its derivative is computed from the input.</summary>
internal sealed record UserActivation : Activation
{
    // As many as the built-in ones have that fit in registers beside a tile's results.
    private const int MostOperations = 8;

    public UserActivation(FunctionSpec function)
        : base(function.QualifiedName)
    {
        Function = function;
        DerivativeReadsInput = true;
    }

    public FunctionSpec Function { get; }

    public override bool IsCheap => Function.Body.Size <= MostOperations && !Function.Body.CallsVectorMath;
}
