using System.Threading;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Functions;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Reads an attribute into the model.</summary>
internal static class AttributeReader
{
    private const string Suffix = "Attribute";

    /// <param name="attribute">The attribute.</param>
    /// <param name="owner">The class that it stands on.</param>
    /// <param name="net">The net.</param>
    public static AttributeSpec Read(AttributeData attribute, INamedTypeSymbol owner, DeclaredNet net)
    {
        IEnumerable<ArgumentSpec> arguments = attribute.ApplicationSyntaxReference is null
            ? ReadCompiled(attribute)
            : WrittenArguments.Of(attribute, net.Cancellation)
                .Where(argument => !IsNullArray(argument))
                .Select(argument => new ArgumentSpec(argument.Name, Read(argument, owner, net)));
        if (WellKnownTypes.IsBlock(attribute.AttributeClass))
        {
            arguments = BlockConstructor.Fill(attribute, arguments.ToArray(), net.Compilation, net.Cancellation);
        }

        return new AttributeSpec(Kind(attribute), new EquatableArray<ArgumentSpec>(arguments));
    }

    /// <summary>The values that the generator can't see: those of other generators, and what the compiler rejects anyway.</summary>
    public static IEnumerable<Problem> FindUnknownValues(AttributeData attribute, AttributeSpec spec, int index)
    {
        List<string> unknown =
        [
            .. spec.Arguments.Where(argument => ConstantReader.IsUnknown(argument.Value)).Select(argument => argument.Name),
        ];
        if (unknown.Count == 0 && attribute.AttributeConstructor is null)
        {
            return [DeclarationDiagnostics.ValueNotSeen(spec.Kind) with { Attribute = index }];
        }

        return unknown.Select(name => DeclarationDiagnostics.ValueNotSeen(name, name) with { Attribute = index });
    }

    /// <summary>The value, or the method where it names one; the name remains where that can't be read.</summary>
    private static ArgumentValue Read(WrittenArgument argument, INamedTypeSymbol owner, DeclaredNet net)
    {
        ArgumentValue value = ReadValue(argument, net.Compilation, net.Cancellation);
        if (FunctionRole.Of(argument.Name) is not { } role || value is not TextValue { Value: { } name })
        {
            return value;
        }

        return net.Functions.Read(argument, name, role, owner) is { } function ? new FunctionValue(function) : value;
    }

    /// <summary>The arguments of an attribute of a compiled block. Those that were left out have their defaults.</summary>
    private static IEnumerable<ArgumentSpec> ReadCompiled(AttributeData attribute)
    {
        IEnumerable<KeyValuePair<string, TypedConstant>> arguments = attribute.NamedArguments;
        if (attribute.AttributeConstructor is { } constructor)
        {
            IEnumerable<string> names = constructor.Parameters.Select(parameter => Identifiers.PropertyOf(parameter.Name));
            arguments = names
                .Zip(attribute.ConstructorArguments, (name, value) => new KeyValuePair<string, TypedConstant>(name, value))
                .Concat(arguments);
        }

        return arguments.Where(argument => !IsNullArray(argument.Value))
            .Select(argument => new ArgumentSpec(argument.Key, ConstantReader.Read(argument.Value)));
    }

    private static ArgumentValue ReadValue(WrittenArgument argument, Compilation compilation, CancellationToken cancellation)
    {
        if (argument.Constant is { } constant)
        {
            return ConstantReader.Read(constant);
        }

        SemanticModel model = compilation.GetSemanticModel(argument.Syntax[0].SyntaxTree);
        return argument.Syntax.Count == 1
            ? ConstantReader.Read(argument.Syntax[0].Expression, model, cancellation)
            : ConstantReader.Read(argument.Syntax.Select(item => item.Expression), model, cancellation);
    }

    private static string Kind(AttributeData attribute)
    {
        string name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    // StridesPerAxis = null says the same as nothing.
    private static bool IsNullArray(WrittenArgument argument) => argument.Constant is { } constant && IsNullArray(constant);

    private static bool IsNullArray(TypedConstant constant) => constant is { Kind: TypedConstantKind.Array, IsNull: true };
}
