namespace StaticNets.Generator.Expressions;

/// <summary>A formula as a person writes it, for comments: <c>x &gt; 0 ? x : 0.2 * x</c>.</summary>
internal static class FormulaText
{
    private const int Choice = 0;
    private const int Disjunction = 1;
    private const int Conjunction = 2;
    private const int Equality = 3;
    private const int Relation = 4;
    private const int Sum = 5;
    private const int Product = 6;
    private const int Prefix = 7;
    private const int Primary = 8;

    /// <param name="expression">The formula.</param>
    /// <param name="parameters">The parameters' names.</param>
    public static string Of(Expression expression, IReadOnlyList<string> parameters) => Write(expression, parameters, Choice);

    /// <summary>The text, in parentheses where it binds less than the place it stands in.</summary>
    private static string Write(Expression expression, IReadOnlyList<string> parameters, int place)
    {
        (string text, int strength) = expression switch
        {
            Number number => (Constant(number.Value), number.Value < 0 ? Prefix : Primary),
            Truth truth => (truth.Value ? "true" : "false", Primary),
            Parameter parameter => (parameters[parameter.Index], Primary),
            Operation operation => Write(operation, parameters),
            _ => ("", Primary),
        };
        return strength < place ? $"({text})" : text;
    }

    private static (string Text, int Strength) Write(Operation operation, IReadOnlyList<string> parameters)
    {
        string Operand(int index, int place) => Write(operation[index], parameters, place);

        // What stands on the right of an operator is put in parentheses where it is of the same strength.
        (string, int) Infix(string symbol, int strength) => ($"{Operand(0, strength)} {symbol} {Operand(1, strength + 1)}", strength);

        return operation.Operator switch
        {
            Operator.Add => Infix("+", Sum),
            Operator.Subtract => Infix("-", Sum),
            Operator.Multiply => Infix("*", Product),
            Operator.Divide => Infix("/", Product),
            Operator.Less => Infix("<", Relation),
            Operator.LessOrEqual => Infix("<=", Relation),
            Operator.Greater => Infix(">", Relation),
            Operator.GreaterOrEqual => Infix(">=", Relation),
            Operator.Equal => Infix("==", Equality),
            Operator.NotEqual => Infix("!=", Equality),
            Operator.And => Infix("&&", Conjunction),
            Operator.Or => Infix("||", Disjunction),
            Operator.Negate => ($"-{Operand(0, Primary)}", Prefix),
            Operator.Not => ($"!{Operand(0, Primary)}", Prefix),
            Operator.Select => ($"{Operand(0, Disjunction)} ? {Operand(1, Choice)} : {Operand(2, Choice)}", Choice),
            _ => ($"{Name(operation.Operator)}({string.Join(", ", operation.Operands.Select((_, i) => Operand(i, Choice)))})", Primary),
        };
    }

    private static string Name(Operator function) => function == Operator.MultiplyAdd ? "fma" : function.ToString().ToLowerInvariant();

    private static string Constant(float value) =>
        float.IsNaN(value) || float.IsInfinity(value) ? Literal.Short(value) : Literal.Decimal(value);
}
