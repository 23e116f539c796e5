using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>Reads the methods that a net's attributes name, each once.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="trains">Whether the net needs derivatives.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class FunctionReader(Compilation compilation, bool trains, CancellationToken cancellation)
{
    private const string DerivativeSuffix = "Derivative";

    private readonly Dictionary<IMethodSymbol, FunctionSpec?> _functions = new(SymbolEqualityComparer.Default);
    private readonly NameScope _emitted = new(EmittedTypes.All);
    private readonly ProblemList _problems = new();

    public IReadOnlyList<LocatedProblem> Problems => _problems.All;

    /// <summary>The function that an argument names, or null after reporting why there is none.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="name">Its value.</param>
    /// <param name="role">What the function is for.</param>
    /// <param name="owner">The class that the attribute stands on.</param>
    public FunctionSpec? Read(WrittenArgument argument, string name, FunctionRole role, INamedTypeSymbol owner)
    {
        IReadOnlyList<ISymbol> candidates = MethodLookup.Find(argument.Syntax[0].Expression, name, owner, compilation, cancellation);
        if (candidates.Count == 0)
        {
            _problems.Add(FunctionDiagnostics.NoSuchMethod(name, owner.Name, role.Signature(name)), argument.Location);
            return null;
        }

        if (Choose(candidates, role, argument.Location) is not { } method)
        {
            return null;
        }

        if (!_functions.TryGetValue(method, out FunctionSpec? function))
        {
            function = Read(method, role, argument.Location);
            _functions.Add(method, function);
        }

        return function;
    }

    private FunctionSpec? Read(IMethodSymbol method, FunctionRole role, Location argument)
    {
        int before = _problems.Reports;
        if (ReadBody(method, role, argument) is not { } body)
        {
            return null;
        }

        string derivativeName = method.Name + DerivativeSuffix;
        ISymbol[] derivatives = [.. method.ContainingType.GetMembers(derivativeName)];
        IMethodSymbol? written = derivatives.Length > 0 ? Choose(derivatives, role, argument) : null;
        Expression? derivative = written is null ? null : ReadBody(written, role, argument);
        if (_problems.Reports > before)
        {
            return null;
        }

        if (trains && derivative is null && Terms.IsZero(Derivative.Of(body, method.Parameters.Length - 1)))
        {
            _problems.Add(FunctionDiagnostics.FlatFunction(method.Name, role.Signature(derivativeName)), PlaceOf(method, argument));
            return null;
        }

        // Methods of different classes may have the same name, and one may be called as another's derivative.
        string emitted = _emitted.Reserve(method.Name);
        var parameters = new NameScope(EmittedTypes.All);
        return new FunctionSpec
        {
            Type = method.ContainingType.Name,
            Name = method.Name,
            Emitted = Identifiers.Escape(emitted),
            EmittedDerivative = _emitted.Reserve(emitted + DerivativeSuffix),
            Parameters = new EquatableArray<string>(
                method.Parameters.Select(parameter => Identifiers.Escape(parameters.Reserve(parameter.Name)))),
            Body = body,
            OwnDerivative = derivative,
        };
    }

    /// <summary>The overload that has the right form; where none has it, what is wrong with the first is reported.</summary>
    private IMethodSymbol? Choose(IReadOnlyList<ISymbol> candidates, FunctionRole role, Location argument)
    {
        IMethodSymbol[] methods = [.. candidates.OfType<IMethodSymbol>()];
        if (methods.FirstOrDefault(role.Fits) is { } fitting)
        {
            return fitting;
        }

        string name = candidates[0].Name;
        Problem problem = methods.Any(role.FitsButForStatic)
            ? FunctionDiagnostics.NotStatic(name, role.Signature(name))
            : FunctionDiagnostics.WrongSignature(name, role.Signature(name));
        _problems.Add(problem, PlaceOf(candidates[0], argument));
        return null;
    }

    private Expression? ReadBody(IMethodSymbol method, FunctionRole role, Location argument)
    {
        if (!IsOfProject(method))
        {
            _problems.Add(FunctionDiagnostics.SourceNotHere(method.Name, method.ContainingAssembly.Name), argument);
            return null;
        }

        if (MethodLookup.Body(method, cancellation) is not ExpressionSyntax body)
        {
            _problems.Add(FunctionDiagnostics.NoExpressionBody(method.Name, role.Signature(method.Name)), PlaceOf(method, argument));
            return null;
        }

        var reader = new ExpressionReader(compilation, _problems, cancellation);
        Expression formula = reader.Read(method, body);
        if (reader.IsTooLarge)
        {
            _problems.Add(FunctionDiagnostics.TooLarge(method.Name, ExpressionReader.MostOperations), PlaceOf(method, argument));
        }

        return formula;
    }

    /// <summary>Where a member's name stands, or the argument where its source is not part of the compilation.</summary>
    private Location PlaceOf(ISymbol member, Location argument)
    {
        ISymbol declared = (member as IMethodSymbol)?.PartialImplementationPart ?? member;
        return declared.Locations.FirstOrDefault(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)) ?? argument;
    }

    private bool IsOfProject(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
        && MethodLookup.Declaration(method, cancellation) is not null;
}
