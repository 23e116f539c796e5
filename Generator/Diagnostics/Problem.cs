using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>
/// Something wrong with a declaration, without a location: the analyzer finds that from the attribute's index and the argument's name.
/// The method beside a diagnostic's descriptor makes it.
/// </summary>
/// <param name="Descriptor">The diagnostic.</param>
/// <param name="Message">What it says.</param>
/// <param name="Values">What stands in the message for this problem, in its order: code fixes read it.</param>
/// <param name="Argument">The property's name of the argument concerned, or null for the attribute as a whole.</param>
internal sealed record Problem(DiagnosticDescriptor Descriptor, string Message, EquatableArray<string> Values, string? Argument)
{
    /// <summary>The problem is the class' own.</summary>
    public const int Class = -1;

    /// <summary>The problem is in <c>[Compile]</c>.</summary>
    public const int Compile = -2;

    /// <summary>The problem is in <c>[StaticNet]</c>.</summary>
    public const int Options = -3;

    /// <summary>The problem is in an <c>[Output]</c>: this less its index into the declaration's outputs.</summary>
    public const int FirstOutput = -10;

    public Problem(DiagnosticDescriptor descriptor, MessageText message, string? argument = null)
        : this(descriptor, message.ToString(), new EquatableArray<string>(message.Values), argument)
    {
    }

    /// <summary>
    /// The index into the declaration's layers (the parser counts the attributes as declared), or one of the constants above.
    /// </summary>
    public int Attribute { get; init; } = Class;

    public string Id => Descriptor.Id;

    /// <summary>Whether a net with this problem is invalid; the others are advice.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>As a stub throws it, where no analyzer reports it: <c>SN1001: 'DigitNet' must be partial, …</c>.</summary>
    public override string ToString() => Id + ": " + Message;
}
