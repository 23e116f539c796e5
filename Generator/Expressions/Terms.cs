namespace StaticNets.Generator.Expressions;

/// <summary>
/// Makes the terms of derivatives, simplified where that is plain: no zeros added, no ones multiplied, nothing subtracted that was added,
/// constants folded as floats. What the user wrote is never simplified, so that it keeps its rounding.
/// </summary>
internal static class Terms
{
    public static bool IsZero(Expression term) => term is Number { Value: 0 };

    public static Expression Negate(Expression a) => a switch
    {
        Number number => new Number(-number.Value),
        Operation { Operator: Operator.Negate } negated => negated[0],
        Operation { Operator: Operator.Subtract } difference => Subtract(difference[1], difference[0]),
        _ => new Operation(Operator.Negate, a),
    };

    public static Expression Add(Expression a, Expression b) => (a, b) switch
    {
        (Number x, Number y) => new Number(x.Value + y.Value),
        _ when IsZero(a) => b,
        _ when IsZero(b) => a,
        (_, Operation { Operator: Operator.Negate } negated) => Subtract(a, negated[0]),
        (Operation { Operator: Operator.Negate } negated, _) => Subtract(b, negated[0]),
        _ => new Operation(Operator.Add, a, b),
    };

    public static Expression Subtract(Expression a, Expression b) => (a, b) switch
    {
        (Number x, Number y) => new Number(x.Value - y.Value),
        _ when IsZero(b) => a,
        _ when IsZero(a) => Negate(b),
        (_, Operation { Operator: Operator.Negate } negated) => Add(a, negated[0]),
        (Operation { Operator: Operator.Add } sum, _) when sum[1].Equals(b) => sum[0],
        (Operation { Operator: Operator.Add } sum, _) when sum[0].Equals(b) => sum[1],
        _ => new Operation(Operator.Subtract, a, b),
    };

    public static Expression Multiply(Expression a, Expression b) => (a, b) switch
    {
        (Number x, Number y) => new Number(x.Value * y.Value),
        (_, Number) => Multiply(b, a),
        (Number { Value: 0 }, _) => a,
        (Number { Value: 1 }, _) => b,
        (Number { Value: -1 }, _) => Negate(b),
        (Number x, Operation { Operator: Operator.Multiply } product) when product[0] is Number y =>
            Multiply(new Number(x.Value * y.Value), product[1]),
        (Operation { Operator: Operator.Negate } negated, _) => Negate(Multiply(negated[0], b)),
        (_, Operation { Operator: Operator.Negate } negated) => Negate(Multiply(a, negated[0])),
        (Operation { Operator: Operator.Sign } sign, _) when sign[0].Equals(b) => new Operation(Operator.Abs, b),
        (_, Operation { Operator: Operator.Sign } sign) when sign[0].Equals(a) => new Operation(Operator.Abs, a),
        _ => new Operation(Operator.Multiply, a, b),
    };

    public static Expression Divide(Expression a, Expression b) => (a, b) switch
    {
        (Number x, Number y) => new Number(x.Value / y.Value),
        _ when IsZero(a) => a,
        (_, Number { Value: 1 }) => a,
        (Operation { Operator: Operator.Negate } negated, _) => Negate(Divide(negated[0], b)),
        _ => new Operation(Operator.Divide, a, b),
    };

    public static Expression Square(Expression a) => Multiply(a, a);

    public static Expression Select(Expression condition, Expression whenTrue, Expression whenFalse) =>
        whenTrue.Equals(whenFalse) ? whenTrue : new Operation(Operator.Select, condition, whenTrue, whenFalse);
}
