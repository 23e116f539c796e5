using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Ir;

/// <summary>A weight of a layer.</summary>
internal sealed record WeightTensor
{
    private readonly UnitLayout? _units;

    /// <summary>Keras' name within the layer: <c>kernel</c>, <c>bias</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Keras' shape: (kernel height, kernel width, in, out), (in, out), (out).</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it starts.</summary>
    public required WeightStart Start { get; init; }

    /// <summary>Its penalty.</summary>
    public required Penalty Penalty { get; init; }

    /// <summary>What it is brought back to after every update, or null.</summary>
    public WeightConstraint? Constraint { get; init; }

    /// <summary>The penalty on rows or columns that are not at right angles, or null.</summary>
    public WeightOrthogonality? Orthogonality { get; init; }

    /// <summary>
    /// Which of its values belong to one output unit or channel: by default the last axis tells units apart, and a vector is one unit.
    /// </summary>
    public UnitLayout Units
    {
        get => _units ?? (Shape.Dimensions.Count > 1 ? new UnitLayout(Shape.Last, 1) : new UnitLayout(1, Shape.Size));
        init => _units = value;
    }

    /// <summary>Whether it is trained: if not, it has no gradient, and its penalty does not count.</summary>
    public bool IsTrainable { get; init; } = true;
}

/// <summary>How a weight starts.</summary>
/// <param name="Initializer">The member of <c>StaticNets.Initializer</c>.</param>
/// <param name="Constant">The value under <c>Constant</c>.</param>
/// <param name="FanIn">Inputs of one output.</param>
/// <param name="FanOut">Outputs that one input reaches.</param>
internal sealed record WeightStart(string Initializer, double Constant, int FanIn, int FanOut)
{
    /// <summary>The initializer's scale, or null for its default.</summary>
    public double? Scale { get; init; }

    /// <summary>What VarianceScaling divides its scale by: a member of <c>StaticNets.FanMode</c>.</summary>
    public FanMode FanMode { get; init; } = FanMode.FanIn;

    /// <summary>What it draws from: a member of <c>StaticNets.VarianceDistribution</c>.</summary>
    public VarianceDistribution Distribution { get; init; } = VarianceDistribution.TruncatedNormal;

    /// <summary>The argument that chose the initializer, for messages: <c>KernelInitializer</c>.</summary>
    public string? Argument { get; init; }

    /// <summary>The same with the fans that Keras gives a shape: the axes before the last two are taken for a kernel's.</summary>
    public WeightStart For(Shape shape)
    {
        int inputs = shape.Rank == 1 ? shape.Last : shape.Size / shape.Last;
        int taps = shape.Rank == 1 ? 1 : inputs / shape.Dimensions[shape.Rank - 2];
        return this with { FanIn = inputs, FanOut = shape.Last * taps };
    }

    /// <summary>Values that start as 1 all the same: the bias of an LSTM's gate f.</summary>
    public PieceOfOnes? Ones { get; init; }
}

/// <summary>Values of a weight that start as 1.</summary>
internal sealed record PieceOfOnes(int Start, int Count);

/// <summary>A weight read as (outer, units, inner).</summary>
internal readonly record struct UnitLayout(int Count, int Inner);

/// <summary>What a weight is brought back to after every update.</summary>
/// <param name="Kind">The member of <c>StaticNets.Constraint</c>.</param>
/// <param name="Min">The least norm of a unit.</param>
/// <param name="Max">The largest norm of a unit.</param>
/// <param name="Rate">The share of the way to the norm's range that one update goes.</param>
internal sealed record WeightConstraint(Constraint Kind, double Min, double Max, double Rate);

/// <summary>The penalty of a matrix whose rows or columns should be at right angles.</summary>
/// <param name="Factor">The factor of the mean cosine's magnitude.</param>
/// <param name="Mode">The member of <c>StaticNets.OrthogonalMode</c>.</param>
/// <param name="Argument">The argument with the factor, for messages: <c>RecurrentOrthogonal</c>.</param>
internal sealed record WeightOrthogonality(double Factor, OrthogonalMode Mode, string Argument);

/// <summary>The factors of <c>l1 * sum |w| + l2 * sum w^2</c>, as far as the gradient holds it.</summary>
internal readonly record struct Penalty(double L1, double L2)
{
    /// <summary>The factor of <c>sum |w|</c> where that is a proximal step after the update, and not in the gradient.</summary>
    public double ProximalL1 { get; init; }

    /// <summary>Whether the gradient holds nothing of it.</summary>
    public bool IsNone => L1 == 0 && L2 == 0;

    public static Penalty operator +(Penalty a, Penalty b) => new(a.L1 + b.L1, a.L2 + b.L2) { ProximalL1 = a.ProximalL1 + b.ProximalL1 };
}
