using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>
/// Turns what the compiler made of a method's expression into a formula. Methods that it calls are read in their place. What can't be
/// computed on vectors is reported where it stands.
/// </summary>
internal sealed class ExpressionReader(Compilation compilation, ProblemList problems, CancellationToken cancellation)
{
    /// <summary>More would make kernels that the JIT gives up on.</summary>
    public const int MostOperations = 128;

    // Conversions are not counted as operations, but stand between them.
    private const int DeepestNesting = 4 * MostOperations;

    private const int LargestExponent = 16;
    private const int LongestQuote = 60;

    private const string UseOperators = "use + - * /, comparisons, && || !, ?: and functions of MathF";
    private const string UseFunctions =
        "what may be called is " + KnownFunctions.All + ", and static methods on floats with one expression, in this project";

    private readonly Stack<IMethodSymbol> _calls = new();
    private IReadOnlyList<Expression> _arguments = [];
    private int _methods;
    private int _depth;

    /// <summary>Whether the formula grew too large and was cut off.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The formula of a method with an expression body. Where something was reported it is not the whole.</summary>
    public Expression Read(IMethodSymbol method, ExpressionSyntax body)
    {
        Expression[] parameters = [.. method.Parameters.Select(parameter => new Parameter(parameter.Ordinal))];
        return Inline(method, body, parameters);
    }

    private Expression Inline(IMethodSymbol method, ExpressionSyntax body, IReadOnlyList<Expression> arguments)
    {
        cancellation.ThrowIfCancellationRequested();
        IsTooLarge |= ++_methods > MostOperations;
        IReadOnlyList<Expression> outer = _arguments;
        _arguments = arguments;
        _calls.Push(method);
        IOperation? operation = compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body, cancellation);

        // A condition where a number is returned is the compiler's to report.
        bool fits = operation is not null && IsCondition(operation.Type) == IsCondition(method.ReturnType);
        Expression result = fits ? Read(operation!) : Unseen(body);
        _calls.Pop();
        _arguments = outer;
        return result;
    }

    private Expression Read(IOperation operation)
    {
        IsTooLarge |= _depth > DeepestNesting;
        if (IsTooLarge)
        {
            return Number.Zero;
        }

        _depth++;
        Expression result = ReadPart(operation);
        _depth--;
        return result;
    }

    private Expression ReadPart(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return Constant(operation, constant);
        }

        return operation switch
        {
            IInvalidOperation => Unseen(operation.Syntax),
            { Type: null or { TypeKind: TypeKind.Error } } => Unseen(operation.Syntax),
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
            IParameterReferenceOperation reference => _arguments[reference.Parameter.Ordinal],
            IConversionOperation { OperatorMethod: null } conversion => Read(conversion),
            _ when IsDouble(operation) => Double(operation),
            IUnaryOperation { OperatorMethod: null } unary => Read(unary),
            IBinaryOperation { OperatorMethod: null, IsLifted: false } binary => Read(binary),
            IConditionalOperation { WhenFalse: { } whenFalse } choice =>
                Make(Operator.Select, Read(choice.Condition), Read(choice.WhenTrue), Read(whenFalse)),
            IInvocationOperation call => Read(call),
            IFieldReferenceOperation or IPropertyReferenceOperation => Refuse(operation, "make it a const"),
            _ => Refuse(operation, UseOperators),
        };
    }

    private Expression Constant(IOperation operation, object value) => value switch
    {
        bool truth => new Truth(truth),
        double or decimal => Double(operation),
        char or string => Refuse(operation, UseOperators),
        _ => new Number(Convert.ToSingle(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>What is float stays what it is. Of integers there are only constants, signs and choices between them.</summary>
    private Expression Read(IConversionOperation conversion) => (conversion.Operand.Type?.SpecialType, conversion.Type?.SpecialType) switch
    {
        (SpecialType.System_Single or SpecialType.System_Int32, SpecialType.System_Single) => Read(conversion.Operand),
        (SpecialType.System_Double or SpecialType.System_Decimal, _) => Read(conversion.Operand),
        (_, SpecialType.System_Double or SpecialType.System_Decimal) => Double(conversion),
        _ => Refuse(conversion, UseOperators),
    };

    private Expression Read(IUnaryOperation unary) => unary switch
    {
        { OperatorKind: UnaryOperatorKind.Minus } when IsFloat(unary) => Make(Operator.Negate, Read(unary.Operand)),
        { OperatorKind: UnaryOperatorKind.Plus } when IsFloat(unary) => Read(unary.Operand),
        { OperatorKind: UnaryOperatorKind.Not } => Make(Operator.Not, Read(unary.Operand)),
        _ => Refuse(unary, UseOperators),
    };

    private Expression Read(IBinaryOperation binary)
    {
        if (IsDouble(binary.LeftOperand))
        {
            return Double(binary);
        }

        Operator? found = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add when IsFloat(binary) => Operator.Add,
            BinaryOperatorKind.Subtract when IsFloat(binary) => Operator.Subtract,
            BinaryOperatorKind.Multiply when IsFloat(binary) => Operator.Multiply,
            BinaryOperatorKind.Divide when IsFloat(binary) => Operator.Divide,
            BinaryOperatorKind.LessThan => Operator.Less,
            BinaryOperatorKind.LessThanOrEqual => Operator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => Operator.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => Operator.GreaterOrEqual,
            BinaryOperatorKind.Equals when !IsCondition(binary.LeftOperand.Type) => Operator.Equal,
            BinaryOperatorKind.NotEquals when !IsCondition(binary.LeftOperand.Type) => Operator.NotEqual,
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when IsCondition(binary.Type) => Operator.And,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when IsCondition(binary.Type) => Operator.Or,
            _ => null,
        };
        return found is { } function ? Make(function, Read(binary.LeftOperand), Read(binary.RightOperand)) : Refuse(binary, UseOperators);
    }

    private Expression Read(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (KnownFunctions.IsMath(method))
        {
            return KnownFunctions.Find(method) is { } function ? ReadKnown(call, function)
                : method.Name == KnownFunctions.Power ? ReadPower(call)
                : Refuse(call, UseFunctions);
        }

        if (!FunctionRole.CanBeCalled(method) || !IsOwn(method) || MethodLookup.Body(method, cancellation) is not { } body)
        {
            return Refuse(call, UseFunctions);
        }

        return _calls.Contains(method, SymbolEqualityComparer.Default)
            ? Report(FunctionDiagnostics.CallsItself(method.Name), call.Syntax)
            : Inline(method, body, Arguments(call));
    }

    private Expression ReadKnown(IInvocationOperation call, Operator function)
    {
        Expression[] arguments = Arguments(call);
        return function == Operator.Clamp && !(arguments[1] is Number low && arguments[2] is Number high && low.Value <= high.Value)
            ? Refuse(call, "the bounds of Clamp must be constants, the lower one first")
            : Make(function, arguments);
    }

    /// <summary>Products, so that signs and zeros come out as those of a power.</summary>
    private Expression ReadPower(IInvocationOperation call)
    {
        Expression[] arguments = Arguments(call);
        if (arguments[1] is not Number { Value: var exponent } || exponent != Math.Floor(exponent) || Math.Abs(exponent) > LargestExponent)
        {
            return Refuse(call, "an exponent must be a constant whole number from -16 to 16; write MathF.Exp(b * MathF.Log(a)) for others");
        }

        Expression power = Power(arguments[0], (int)Math.Abs(exponent));
        return exponent < 0 ? Make(Operator.Divide, Number.One, power) : power;
    }

    private Expression Power(Expression value, int exponent)
    {
        if (exponent < 2)
        {
            return exponent == 0 ? Number.One : value;
        }

        Expression half = Power(value, exponent / 2);
        Expression square = Make(Operator.Multiply, half, half);
        return exponent % 2 == 0 ? square : Make(Operator.Multiply, square, value);
    }

    // In the order of the parameters, however they were written.
    private Expression[] Arguments(IInvocationOperation call) =>
        [.. call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).Select(argument => Read(argument.Value))];

    private Expression Make(Operator function, params Expression[] operands)
    {
        var operation = new Expressions.Operation(function, operands);
        IsTooLarge |= operation.Size > MostOperations;
        return IsTooLarge ? Number.Zero : operation;
    }

    private bool IsOwn(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    /// <summary>Reports what made a calculation one in double: the operand that is a double by itself.</summary>
    private Expression Double(IOperation operation)
    {
        while (operation is IBinaryOperation binary)
        {
            operation = IsWidened(binary.LeftOperand) ? binary.RightOperand : binary.LeftOperand;
        }

        return Report(FunctionDiagnostics.DoublePrecision(Shortened(operation.Syntax)), operation.Syntax);
    }

    private static bool IsWidened(IOperation operand) =>
        operand is IConversionOperation { IsImplicit: true } conversion && !IsDouble(conversion.Operand);

    private Expression Refuse(IOperation operation, string instead) =>
        Report(FunctionDiagnostics.NotOnVectors(Shortened(operation.Syntax), instead), operation.Syntax);

    /// <summary>The compiler reports it, or another generator will emit it.</summary>
    private Expression Unseen(SyntaxNode syntax) => Report(DeclarationDiagnostics.ValueNotSeen(Shortened(syntax)), syntax);

    private Expression Report(Problem problem, SyntaxNode syntax)
    {
        problems.Add(problem, syntax.GetLocation());
        return Number.Zero;
    }

    private static string Shortened(SyntaxNode syntax)
    {
        string text = syntax.NormalizeWhitespace(elasticTrivia: false, indentation: "", eol: " ").ToString();
        return text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + "…";
    }

    private static bool IsFloat(IOperation operation) => FunctionRole.IsFloat(operation.Type);

    private static bool IsDouble(IOperation operation) =>
        operation.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Decimal;

    private static bool IsCondition(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Boolean;
}
