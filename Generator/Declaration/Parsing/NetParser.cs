using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Reads the declaration of a net. Generator and analyzer share it.</summary>
internal static class NetParser
{
    /// <summary>Reads the class, its attributes and what is wrong with the declaration; shapes are no concern of it.</summary>
    /// <returns>Null while a name is still to be typed.</returns>
    public static ParsedNet? Parse(INamedTypeSymbol net, Compilation compilation, CancellationToken cancellation)
    {
        if (Identifiers.IsUnfinished(net))
        {
            return null;
        }

        NetAttributes attributes = NetAttributes.Of(net, cancellation);
        DeclaredNet declared = new(net, UserParts.Of(net, cancellation), attributes, compilation, cancellation);
        List<AttributeSpec> layers = [.. attributes.Layers.Select(Read)];
        BlockExpansion blocks = BlockExpansion.Of(declared, layers);
        List<AttributeSpec> outputs = [.. attributes.Outputs.Select(Read)];
        AttributeSpec? compile = attributes.Compile is { } written ? Read(written) : null;
        AttributeSpec options = attributes.Options is { } marker ? Read(marker) : new AttributeSpec("StaticNet", default);

        List<LocatedProblem> partProblems = [.. PartChecks.Find(declared)];
        TakenNames taken = TakenNames.Find(declared);
        List<LocatedProblem> problems =
        [
            .. partProblems,
            .. LanguageChecks.Find(declared),
            .. ClassChecks.Find(declared),
            .. ConstructorChecks.Find(declared),
            .. taken.Problems,
            .. LayerChecks.Find(declared),
            .. blocks.Problems,
            .. declared.Functions.Problems,
            .. FindUnknownValues(declared, options, layers, outputs, compile),
        ];

        NetSpec spec = new()
        {
            Namespace = Identifiers.Escape(net.ContainingNamespace),
            ContainingTypes = new EquatableArray<string>(ContainingTypes.Of(net).Select(ContainingTypes.Header)),
            Name = Identifiers.Escape(net.Name),
            MetadataName = Identifiers.Metadata(net),
            QualifiedName = Identifiers.Qualified(net),
            TypeParameters = Identifiers.TypeParameters(net),
            CanHaveParts = partProblems.Count == 0,
            HasRequiredMembers = ClassChecks.HasRequiredMembers(net),
            StubBase = LanguageChecks.StubBase(declared),
            Options = options,
            Layers = new EquatableArray<AttributeSpec>(blocks.Layers),
            Outputs = new EquatableArray<AttributeSpec>(outputs),
            Compile = compile,
            TakenNames = new EquatableArray<string>(taken.Names),
            Problems = new EquatableArray<Problem>(problems.Select(problem => problem.Problem)),
        };
        return new ParsedNet(spec, attributes, declared.NameLocation, problems);

        AttributeSpec Read(AttributeData attribute) => AttributeReader.Read(attribute, net, declared);
    }

    private static IEnumerable<LocatedProblem> FindUnknownValues(
        DeclaredNet declared,
        AttributeSpec options,
        List<AttributeSpec> layers,
        List<AttributeSpec> outputs,
        AttributeSpec? compile)
    {
        NetAttributes attributes = declared.Attributes;
        IEnumerable<Problem> problems = attributes.Layers.SelectMany(
            (attribute, index) => AttributeReader.FindUnknownValues(attribute, layers[index], index));
        problems = problems.Concat(attributes.Outputs.SelectMany(
            (attribute, index) => AttributeReader.FindUnknownValues(attribute, outputs[index], Problem.FirstOutput - index)));
        if (attributes.Compile is not null && compile is not null)
        {
            problems = problems.Concat(AttributeReader.FindUnknownValues(attributes.Compile, compile, Problem.Compile));
        }

        if (attributes.Options is not null)
        {
            problems = problems.Concat(AttributeReader.FindUnknownValues(attributes.Options, options, Problem.Options));
        }

        return problems.Select(problem => declared.Locate(problem));
    }
}
