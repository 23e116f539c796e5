using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Finds the source that a problem is about: the argument, else the attribute, else the class' name.</summary>
internal static class ProblemLocator
{
    public static Location Find(Problem problem, NetAttributes attributes, Location className, CancellationToken cancellation)
    {
        AttributeData? attribute = problem.Attribute switch
        {
            Problem.Compile => attributes.Compile,
            Problem.Options => attributes.Options,
            >= 0 and int index when index < attributes.Layers.Count => attributes.Layers[index],
            <= Problem.FirstOutput and int index when Problem.FirstOutput - index < attributes.Outputs.Count =>
                attributes.Outputs[Problem.FirstOutput - index],
            _ => null,
        };
        if (attribute?.ApplicationSyntaxReference is not SyntaxReference source)
        {
            return className;
        }

        WrittenArgument? argument = WrittenArguments.Of(attribute, cancellation)
            .FirstOrDefault(written => written.Name == problem.Argument);
        return argument?.Location ?? Location.Create(source.SyntaxTree, source.Span);
    }
}
