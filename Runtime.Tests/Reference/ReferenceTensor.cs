namespace StaticNets.Tests.Reference;

/// <summary>A weight tensor: its place in the parameter block and its penalty.</summary>
internal sealed record ReferenceTensor(string Name, int[] Shape, double L1 = 0, double L2 = 0)
{
    /// <summary>Where it begins in the net's parameter block.</summary>
    public int Offset { get; init; }

    /// <summary>Whether it is trained: if not, its gradient is 0 and its penalty does not count.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>Whether its L1 penalty is a proximal step after the update, and not in the gradient.</summary>
    public bool IsProximal { get; init; }

    /// <summary>Whether its values must be positive, such as variances.</summary>
    public bool IsPositive { get; init; }

    /// <summary>The factor of the mean |cos| of the angles between every two rows, or columns.</summary>
    public double Orthogonal { get; init; }

    public bool ComparesColumns { get; init; }

    public int Length => Shapes.Size(Shape);

    /// <summary>How many values feed one output: what Keras' initializers call fan-in.</summary>
    public int FanIn => Shape.Length == 1 ? Shape[0] : Length / Shape[^1];

    /// <summary>The tensor with the orthogonal penalty that an attribute gives it.</summary>
    public ReferenceTensor Read(AttributeArguments attribute, string prefix) => this with
    {
        Orthogonal = attribute.Value(prefix + "Orthogonal", 0.0),
        ComparesColumns = attribute.Value(prefix + "OrthogonalMode", OrthogonalMode.Rows) == OrthogonalMode.Columns,
    };
}
