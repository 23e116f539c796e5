using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// Pairs the arguments in an attribute's source with the parameters and properties they fill. Optional ones that are
/// not written don't count.
/// </summary>
internal static class WrittenArguments
{
    public static IReadOnlyList<WrittenArgument> Of(AttributeData attribute, CancellationToken cancellation)
    {
        List<WrittenArgument> arguments = [];
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list })
        {
            return arguments;
        }

        IMethodSymbol? constructor = attribute.AttributeConstructor ?? Guess(attribute, list);
        int position = 0;
        foreach (AttributeArgumentSyntax syntax in list.Arguments)
        {
            if (syntax.NameEquals is { } property)
            {
                AddProperty(arguments, attribute, property.Name.Identifier.ValueText, syntax);
            }
            else if (syntax.NameColon is { } named)
            {
                string name = named.Name.Identifier.ValueText;
                AddParameter(arguments, attribute, constructor?.Parameters.FirstOrDefault(p => p.Name == name), syntax);
            }
            else
            {
                AddParameter(arguments, attribute, AtPosition(constructor, position++), syntax);
            }
        }

        return [.. arguments.OrderBy(argument => argument.Syntax[0].NameEquals is not null)];
    }

    private static void AddProperty(List<WrittenArgument> arguments, AttributeData attribute, string name, AttributeArgumentSyntax syntax)
    {
        if (attribute.AttributeConstructor is null)
        {
            arguments.Add(new WrittenArgument(name, [syntax], null));
            return;
        }

        // A property that does not exist is the compiler's to report.
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                arguments.Add(new WrittenArgument(name, [syntax], argument.Value));
                return;
            }
        }
    }

    private static void AddParameter(
        List<WrittenArgument> arguments, AttributeData attribute, IParameterSymbol? parameter, AttributeArgumentSyntax syntax)
    {
        if (parameter is null)
        {
            return;
        }

        string name = Identifiers.PropertyOf(parameter.Name);
        WrittenArgument? sameArray = arguments.Find(argument => argument.Name == name);
        if (sameArray is not null)
        {
            sameArray.Syntax.Add(syntax);
            return;
        }

        bool isBound = attribute.AttributeConstructor is not null && parameter.Ordinal < attribute.ConstructorArguments.Length;
        arguments.Add(new WrittenArgument(name, [syntax], isBound ? attribute.ConstructorArguments[parameter.Ordinal] : null));
    }

    private static IParameterSymbol? AtPosition(IMethodSymbol? constructor, int position)
    {
        if (constructor is null || constructor.Parameters.IsEmpty)
        {
            return null;
        }

        IParameterSymbol last = constructor.Parameters[constructor.Parameters.Length - 1];
        return position < constructor.Parameters.Length ? constructor.Parameters[position] : last.IsParams ? last : null;
    }

    // The compiler chooses no constructor where an argument is an error or missing; those of a layer all name their parameters alike, those
    // of [Compile] begin with a loss or not.
    private static IMethodSymbol? Guess(AttributeData attribute, AttributeArgumentListSyntax list)
    {
        int count = list.Arguments.Count(argument => argument.NameEquals is null);
        string? first = list.Arguments.FirstOrDefault()?.Expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax name }
            ? name.Identifier.ValueText
            : null;
        return attribute.AttributeClass?.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .OrderBy(constructor => constructor.Parameters.Length < count)
            .ThenBy(constructor => EnumOf(constructor.Parameters.FirstOrDefault()) != first)
            .ThenBy(constructor => constructor.Parameters.Length)
            .FirstOrDefault();
    }

    private static string? EnumOf(IParameterSymbol? parameter) => parameter?.Type is { TypeKind: TypeKind.Enum } type ? type.Name : null;
}
