namespace StaticNets.Generator.Graph;

/// <summary>A weight of a layer.</summary>
internal sealed record WeightTensor
{
    /// <summary>Keras' name within the layer: <c>kernel</c>, <c>bias</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Keras' shape: (kernel height, kernel width, in, out), (in, out), (out).</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it starts.</summary>
    public required WeightStart Start { get; init; }

    /// <summary>Its penalty.</summary>
    public required Penalty Penalty { get; init; }

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

    /// <summary>The argument that chose the initializer, for messages: <c>KernelInitializer</c>.</summary>
    public string? Argument { get; init; }

    /// <summary>The same with the fans that Keras gives a shape: the axes before the last two are taken for a kernel's.</summary>
    public WeightStart For(Shape shape)
    {
        int inputs = shape.Rank == 1 ? shape.Last : shape.Size / shape.Last;
        int taps = shape.Rank == 1 ? 1 : inputs / shape.Dimensions[shape.Rank - 2];
        return this with { FanIn = inputs, FanOut = shape.Last * taps };
    }
}

/// <summary>The factors of <c>l1 * sum |w| + l2 * sum w^2</c>.</summary>
internal readonly record struct Penalty(double L1, double L2)
{
    public bool IsNone => L1 == 0 && L2 == 0;
}
