namespace StaticNets.Generator.Diagnostics;

/// <summary>
/// Something wrong with a declaration, without a location: the analyzer finds that from the attribute's index and the argument's name.
/// </summary>
/// <param name="Id">The diagnostic's id: <c>SN3002</c>.</param>
/// <param name="Attribute">
/// The index into the declaration's layers (the parser counts the attributes as declared), or one of the constants below.
/// </param>
/// <param name="Argument">The property's name of the argument concerned, or null for the attribute as a whole.</param>
/// <param name="MessageArguments">What fills the placeholders of the diagnostic's message.</param>
internal sealed record Problem(string Id, int Attribute, string? Argument, EquatableArray<string> MessageArguments)
{
    /// <summary>The problem is the class' own.</summary>
    public const int Class = -1;

    /// <summary>The problem is in <c>[Compile]</c>.</summary>
    public const int Compile = -2;

    /// <summary>The problem is in <c>[StaticNet]</c>.</summary>
    public const int Options = -3;

    /// <summary>The problem is in an <c>[Output]</c>: this less its index into the declaration's outputs.</summary>
    public const int FirstOutput = -10;
}
