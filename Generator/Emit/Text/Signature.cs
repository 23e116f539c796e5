namespace StaticNets.Generator.Emit.Text;

/// <summary>A parameter of an emitted method.</summary>
/// <param name="Type">Its type: <c>ref float</c>.</param>
/// <param name="Name">Its name.</param>
internal sealed record MethodParameter(string Type, string Name)
{
    public override string ToString() => $"{Type} {Name}";
}

/// <summary>What the declaration of an emitted method says.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record Signature(string Name, IReadOnlyList<MethodParameter> Parameters)
{
    /// <summary>Name and parameter list.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Parameters)})";
}
