using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>A declaration as the generator caches it, beside the source that the analyzer needs to point at.</summary>
/// <param name="Spec">What the user wrote.</param>
/// <param name="Attributes">The attributes it was read from.</param>
/// <param name="NameLocation">Where the class' name stands.</param>
/// <param name="Problems">The spec's problems with their locations.</param>
internal sealed record ParsedNet(NetSpec Spec, NetAttributes Attributes, Location NameLocation, IReadOnlyList<LocatedProblem> Problems)
{
    public LocatedProblem Locate(Problem problem, CancellationToken cancellation) =>
        new(problem, ProblemLocator.Find(problem with { Attribute = Declared(problem.Attribute) }, Attributes, NameLocation, cancellation));

    /// <summary>The number of an attribute as declared: a layer of a block stands in that one's place.</summary>
    private int Declared(int attribute) => attribute >= 0 && attribute < Spec.Layers.Count ? Spec.Layers[attribute].Declared : attribute;
}
