namespace StaticNets.Generator.Expressions;

/// <summary>
/// The derivative of a function by one of its parameters, as a formula. At a corner it is that of one of the two sides; of what is constant
/// between jumps it is 0. A choice stays a choice of derivatives and never becomes a product, so what the other side would give, be it NaN,
/// does not matter.
/// </summary>
internal sealed class Derivative(int parameter)
{
    /// <param name="function">The function.</param>
    /// <param name="parameter">The number of the parameter.</param>
    public static Expression Of(Expression function, int parameter) => new Derivative(parameter).Of(function);

    private Expression Of(Expression term) => term switch
    {
        Parameter other => other.Index == parameter ? Number.One : Number.Zero,
        Operation operation => Of(operation),
        _ => Number.Zero,
    };

    private Expression Of(Operation term)
    {
        Expression a = term[0];
        return term.Operator switch
        {
            Operator.Negate => Terms.Negate(Of(a)),
            Operator.Add => Terms.Add(Of(a), Of(term[1])),
            Operator.Subtract => Terms.Subtract(Of(a), Of(term[1])),
            Operator.Multiply => OfProduct(a, term[1]),
            Operator.Divide => OfQuotient(term),
            Operator.MultiplyAdd => Terms.Add(OfProduct(a, term[1]), Of(term[2])),
            Operator.Min => OfExtreme(Operator.Less, a, term[1]),
            Operator.Max => OfExtreme(Operator.Greater, a, term[1]),
            Operator.Clamp => OfClamp(term),
            Operator.Abs => Terms.Multiply(new Operation(Operator.Sign, a), Of(a)),
            Operator.Sqrt => Terms.Divide(Of(a), Terms.Multiply(new Number(2), term)),
            Operator.Exp => Terms.Multiply(term, Of(a)),
            Operator.Log => OfLogarithm(a),
            Operator.Tanh => Terms.Multiply(Terms.Subtract(Number.One, Terms.Square(term)), Of(a)),
            Operator.Sin => Terms.Multiply(new Operation(Operator.Cos, a), Of(a)),
            Operator.Cos => Terms.Multiply(Terms.Negate(new Operation(Operator.Sin, a)), Of(a)),
            Operator.Select => Terms.Select(a, Of(term[1]), Of(term[2])),
            Operator.Sign or Operator.Floor or Operator.Ceiling => Number.Zero,
            _ => throw new InvalidOperationException($"{term.Operator} is no number."),
        };
    }

    private Expression OfProduct(Expression a, Expression b) => Terms.Add(Terms.Multiply(Of(a), b), Terms.Multiply(a, Of(b)));

    private Expression OfQuotient(Operation quotient)
    {
        (Expression a, Expression b) = (quotient[0], quotient[1]);
        (Expression da, Expression db) = (Of(a), Of(b));
        if (Terms.IsZero(db))
        {
            return Terms.Divide(da, b);
        }

        if (OfLogarithmOfExponential(b) is { } relative)
        {
            return Terms.Subtract(Terms.Divide(da, b), Terms.Multiply(quotient, relative));
        }

        return Terms.Divide(Terms.Subtract(Terms.Multiply(da, b), Terms.Multiply(a, db)), Terms.Square(b));
    }

    private Expression OfLogarithm(Expression a) => OfLogarithmOfExponential(a) ?? Terms.Divide(Of(a), a);

    /// <summary>
    /// <c>v' / v</c> where v is exp(u), or that and a constant c: <c>u' (1 - c / v)</c>. Where the exponential is infinite, as in a sigmoid
    /// far from 0, this is u', and v' / v would be NaN.
    /// </summary>
    private Expression? OfLogarithmOfExponential(Expression v) => v switch
    {
        Operation { Operator: Operator.Exp } exponential => Of(exponential[0]),
        Operation { Operator: Operator.Add } sum when sum[0] is Number constant => OfShifted(sum[1], constant, v),
        Operation { Operator: Operator.Add } sum when sum[1] is Number constant => OfShifted(sum[0], constant, v),
        Operation { Operator: Operator.Subtract } sum when sum[1] is Number constant => OfShifted(sum[0], new Number(-constant.Value), v),
        _ => null,
    };

    private Expression? OfShifted(Expression u, Number constant, Expression v) => u is Operation { Operator: Operator.Exp } exponential
        ? Terms.Multiply(Of(exponential[0]), Terms.Subtract(Number.One, Terms.Divide(constant, v)))
        : null;

    /// <summary>
    /// Of the larger, or smaller: at equal sides the second's, or the constant's, so that max(x, 0) and max(0, x) have the same.
    /// </summary>
    private Expression OfExtreme(Operator isFirst, Expression a, Expression b)
    {
        (Expression first, Expression second) = a is Number ? (b, a) : (a, b);
        return Terms.Select(new Operation(isFirst, first, second), Of(first), Of(second));
    }

    /// <summary>0 at the bounds, like that of the built-in activations.</summary>
    private Expression OfClamp(Operation clamp)
    {
        var isAbove = new Operation(Operator.Greater, clamp[0], clamp[1]);
        var isBelow = new Operation(Operator.Less, clamp[0], clamp[2]);
        var inside = new Operation(Operator.And, isAbove, isBelow);
        return Terms.Select(inside, Of(clamp[0]), Number.Zero);
    }
}
