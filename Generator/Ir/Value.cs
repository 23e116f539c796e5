namespace StaticNets.Generator.Ir;

/// <summary>
/// What an operation makes of each sample. A value is the same one only where it is the same object; its shape never changes: an operation
/// that is given another result gets another value.
/// </summary>
/// <param name="name">Unique in its graph: the layer's name, or that and a suffix.</param>
/// <param name="shape">Without the batch axis.</param>
/// <param name="role">What it is for.</param>
internal sealed class Value(string name, Shape shape, ValueRole role = ValueRole.Activation)
{
    public string Name { get; } = name;

    public Shape Shape { get; } = shape;

    public ValueRole Role { get; } = role;

    public ElementType Element => ElementType.Float32;

    /// <summary>As printed graphs show it: <c>%dense_1</c>.</summary>
    public override string ToString() => "%" + Name;
}

/// <summary>What a value is for.</summary>
internal enum ValueRole
{
    /// <summary>An input of the net.</summary>
    Input,

    /// <summary>What layers hand on.</summary>
    Activation,

    /// <summary>A number for each step of a sequence, not 0 where it counts. No gradient goes through.</summary>
    Mask,

    /// <summary>A number for each sample that only the trainer reads.</summary>
    Penalty,
}
