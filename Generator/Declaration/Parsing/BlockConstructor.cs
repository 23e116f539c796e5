using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// What a block's constructor makes of its arguments, read from its source: the properties that it fills, by a base constructor or by an
/// assignment. A compiled one is read by the names of its parameters.
/// </summary>
internal sealed class BlockConstructor
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ArgumentValue> _filled = new();

    private BlockConstructor(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>The arguments of a use of a block, by the properties that they end in.</summary>
    /// <param name="use">The attribute.</param>
    /// <param name="written">Its arguments by the names of properties and parameters.</param>
    /// <param name="compilation">The compilation that the net is part of.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<ArgumentSpec> Fill(
        AttributeData use, IReadOnlyList<ArgumentSpec> written, Compilation compilation, CancellationToken cancellation)
    {
        if (use.AttributeConstructor is not { } constructor)
        {
            return written;
        }

        BlockConstructor reader = new(compilation, cancellation);
        reader.Run(constructor, use.ConstructorArguments.Select(ConstantReader.Read).ToArray());
        HashSet<string> named = [.. use.NamedArguments.Select(argument => argument.Key)];
        return reader._filled.Where(property => !named.Contains(property.Key))
            .Select(property => new ArgumentSpec(property.Key, property.Value))
            .Concat(written.Where(argument => named.Contains(argument.Name)));
    }

    private void Run(IMethodSymbol constructor, IReadOnlyList<ArgumentValue> arguments)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        if (!WellKnownTypes.IsBlock(type))
        {
            FillByName(constructor, arguments);
            return;
        }

        if (constructor.IsImplicitlyDeclared)
        {
            RunParameterless(type.BaseType!);
            return;
        }

        if (constructor.DeclaringSyntaxReferences.FirstOrDefault() is not { } source || !_compilation.ContainsSyntaxTree(source.SyntaxTree))
        {
            FillFromCompiled(constructor, arguments);
            return;
        }

        Scope scope = new(_compilation.GetSemanticModel(source.SyntaxTree), constructor, arguments);
        switch (source.GetSyntax(_cancellation))
        {
            case ConstructorDeclarationSyntax declaration:
                RunBase(declaration.Initializer, declaration.Initializer?.ArgumentList, type, scope);
                Assign(declaration, scope);
                break;
            case TypeDeclarationSyntax declaration:
                var call = declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault();
                RunBase(call, call?.ArgumentList, type, scope);
                break;
        }
    }

    private void RunParameterless(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is { } constructor)
        {
            Run(constructor, []);
        }
    }

    private void RunBase(SyntaxNode? call, ArgumentListSyntax? list, INamedTypeSymbol type, Scope scope)
    {
        if (call is null || list is null)
        {
            RunParameterless(type.BaseType!);
        }
        else if (scope.Model.GetSymbolInfo(call, _cancellation).Symbol is IMethodSymbol called)
        {
            Run(called, called.Parameters.Select(parameter => Argument(list, parameter, scope)).ToArray());
        }
    }

    private ArgumentValue Argument(ArgumentListSyntax list, IParameterSymbol parameter, Scope scope)
    {
        ArgumentSyntax? argument = list.Arguments.FirstOrDefault(item => item.NameColon?.Name.Identifier.ValueText == parameter.Name)
            ?? list.Arguments.Where((argument, position) => argument.NameColon is null && position == parameter.Ordinal).FirstOrDefault();
        return argument is not null ? Evaluate(argument.Expression, scope)
            : parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is int value ? new IntegerValue(value)
            : new UnknownValue();
    }

    private void Assign(ConstructorDeclarationSyntax declaration, Scope scope)
    {
        foreach (AssignmentExpressionSyntax assignment in declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (scope.Model.GetSymbolInfo(assignment.Left, _cancellation).Symbol is IPropertySymbol { ContainingType: var type } property
                && !WellKnownTypes.IsBlock(type))
            {
                bool isPlain = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                    && (assignment.Parent is ArrowExpressionClauseSyntax || assignment.Parent?.Parent == declaration.Body);
                _filled[property.Name] = isPlain ? Evaluate(assignment.Right, scope) : Hidden(assignment);
            }
        }
    }

    private ArgumentValue Evaluate(ExpressionSyntax expression, Scope scope)
    {
        if (scope.Model.GetSymbolInfo(expression, _cancellation).Symbol is IParameterSymbol parameter
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, scope.Constructor))
        {
            return scope.Arguments[parameter.Ordinal];
        }

        return expression switch
        {
            ParenthesizedExpressionSyntax inner => Evaluate(inner.Expression, scope),
            BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression)
                && Evaluate(product.Left, scope) is IntegerValue left
                && Evaluate(product.Right, scope) is IntegerValue right => IntegerValue.Product(left.Value, right.Value),
            _ => ConstantReader.Read(expression, scope.Model, _cancellation) is var constant && ConstantReader.IsUnknown(constant)
                ? Hidden(expression)
                : constant,
        };
    }

    private static HiddenValue Hidden(ExpressionSyntax expression) =>
        new($"{expression.ToString().Trim()} is no parameter, constant or product of these");

    private void FillByName(IMethodSymbol constructor, IReadOnlyList<ArgumentValue> arguments)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            _filled[Identifiers.PropertyOf(parameter.Name)] = arguments[parameter.Ordinal];
        }
    }

    private void FillFromCompiled(IMethodSymbol constructor, IReadOnlyList<ArgumentValue> arguments)
    {
        FillByName(constructor, arguments);
        if (constructor.Parameters.Length > 0 && !_filled.ContainsKey("Filters"))
        {
            _filled["Filters"] = new HiddenValue("the class is compiled, and none of its parameters is called filters");
        }
    }

    /// <summary>A constructor that is read, and what its parameters are.</summary>
    private sealed record Scope(SemanticModel Model, IMethodSymbol Constructor, IReadOnlyList<ArgumentValue> Arguments);
}
