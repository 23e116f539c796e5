using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Functions;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>A net's class as the checks of its declaration see it.</summary>
/// <param name="Symbol">The class.</param>
/// <param name="Parts">The declarations that the user wrote.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Compilation">The compilation that it is part of.</param>
/// <param name="Cancellation">Stops the checks.</param>
internal sealed record DeclaredNet(
    INamedTypeSymbol Symbol,
    IReadOnlyList<TypeDeclarationSyntax> Parts,
    NetAttributes Attributes,
    Compilation Compilation,
    CancellationToken Cancellation)
{
    /// <summary>The functions that its attributes name.</summary>
    public FunctionReader Functions { get; } = new(Compilation, trains: Attributes.Compile is not null, Cancellation);

    public string Name => Symbol.Name;

    /// <summary>Where the class' name stands.</summary>
    public Location NameLocation => Parts.Count > 0 ? Parts[0].Identifier.GetLocation() : Symbol.Locations[0];

    public LocatedProblem Locate(Problem problem) => new(problem, ProblemLocator.Find(problem, Attributes, NameLocation, Cancellation));
}
