using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Reports;

/// <summary>
/// A net that is valid now, but that the generator took for invalid, because it doesn't see what other generators emit. Without this the
/// stub would throw when the program runs, and nobody would have said why.
/// </summary>
internal static class StubChecks
{
    public static IEnumerable<LocatedProblem> Find(ParsedNet net, INamedTypeSymbol type, CancellationToken cancellation) =>
        type.GetAttributes()
            .Where(attribute => WellKnownTypes.IsInvalidNet(attribute.AttributeClass))
            .Select(attribute => net.Locate(Read(net.Spec, type.Name, attribute), cancellation));

    private static Problem Read(NetSpec spec, string net, AttributeData stub)
    {
        string id = (string)stub.ConstructorArguments[0].Value!;
        int attribute = (int)stub.ConstructorArguments[1].Value!;
        string? argument = (string?)stub.ConstructorArguments[2].Value;
        string message = (string)stub.ConstructorArguments[3].Value!;

        if (id == GraphDiagnostics.TooMuchCodeId)
        {
            return NetProblems.TooMuchCode(spec, attribute);
        }

        // A value of an argument is unseen; what is unseen in a function is no argument, and the message says where.
        Problem problem = id == DeclarationDiagnostics.ValueNotSeenId && attribute != Problem.Class
            ? DeclarationDiagnostics.ValueNotSeen(argument ?? net, argument)
            : DeclarationDiagnostics.StubOfValidNet(net, message, argument);
        return problem with { Attribute = attribute };
    }
}
