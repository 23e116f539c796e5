using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Changes single arguments of attributes and leaves all others as they are written.</summary>
internal static class ArgumentEdit
{
    public static bool IsGiven(AttributeSyntax attribute, string property) => Named(attribute, property) is not null;

    /// <summary>Sets a property to a member of an enum.</summary>
    public static AttributeSyntax SetProperty(AttributeSyntax attribute, string property, string enumName, string member)
    {
        if (Named(attribute, property) is { } written)
        {
            return attribute.ReplaceNode(written, WithMember(written, attribute, enumName, member));
        }

        AttributeArgumentSyntax added = AttributeText.Parse($"A({property} = {Member(attribute, enumName, member)})").ArgumentList!.Arguments[0];
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var separators = list.Arguments.GetSeparators().ToList();
        if (list.Arguments.Count > 0)
        {
            separators.Add(SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Append(added), separators)));
    }

    /// <summary>Sets a constructor's argument to a member of an enum.</summary>
    public static AttributeSyntax SetParameter(AttributeSyntax attribute, string parameter, int position, string enumName, string member) =>
        Parameter(attribute, parameter, position) is { } written
            ? attribute.ReplaceNode(written, WithMember(written, attribute, enumName, member))
            : attribute;

    /// <summary>The member's name that a constructor's argument names, or null.</summary>
    public static string? ParameterMember(AttributeSyntax attribute, string parameter, int position) =>
        (Parameter(attribute, parameter, position)?.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

    private static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    private static AttributeArgumentSyntax? Parameter(AttributeSyntax attribute, string parameter, int position) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
        ?? attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null).ElementAtOrDefault(position);

    private static AttributeArgumentSyntax WithMember(AttributeArgumentSyntax argument, AttributeSyntax attribute, string enumName, string member)
    {
        ExpressionSyntax expression = argument.Expression is MemberAccessExpressionSyntax access
            ? access.WithName(SyntaxFactory.IdentifierName(member).WithTriviaFrom(access.Name))
            : SyntaxFactory.ParseExpression(Member(attribute, enumName, member)).WithTriviaFrom(argument.Expression);
        return argument.WithExpression(expression);
    }

    // Where the attribute is written with its namespace, the enum needs it too.
    private static string Member(AttributeSyntax attribute, string enumName, string member) =>
        (attribute.Name is QualifiedNameSyntax qualified ? qualified.Left + "." : "") + enumName + "." + member;
}
