using System;
using System.ComponentModel;

namespace StaticNets;

/// <summary>
/// Marks the stub that the source generator writes for a net it takes for invalid. The analyzer, which sees more than the generator,
/// compares it with its own opinion.
/// </summary>
/// <param name="id">The diagnostic's id.</param>
/// <param name="attribute">Which of the net's layer attributes is concerned; negative for the class and for its other attributes.</param>
/// <param name="argument">The argument concerned, or null for the attribute as a whole.</param>
/// <param name="message">The diagnostic's text.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InvalidNetAttribute(string id, int attribute, string? argument, string message) : Attribute
{
    /// <summary>The diagnostic's id.</summary>
    public string Id { get; } = id;

    /// <summary>Which of the net's layer attributes is concerned; negative for the class and for its other attributes.</summary>
    public int Attribute { get; } = attribute;

    /// <summary>The argument concerned, or null for the attribute as a whole.</summary>
    public string? Argument { get; } = argument;

    /// <summary>The diagnostic's text.</summary>
    public string Message { get; } = message;
}
