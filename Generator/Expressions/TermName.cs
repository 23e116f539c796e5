namespace StaticNets.Generator.Expressions;

/// <summary>What a local variable for a term is called.</summary>
internal static class TermName
{
    public static string Of(Operator function) => function switch
    {
        Operator.Negate => "negated",
        Operator.Add => "sum",
        Operator.Subtract => "difference",
        Operator.Multiply => "product",
        Operator.Divide => "quotient",
        Operator.MultiplyAdd => "line",
        Operator.Min => "least",
        Operator.Max => "largest",
        Operator.Clamp => "bounded",
        Operator.Abs => "magnitude",
        Operator.Sign => "sign",
        Operator.Floor or Operator.Ceiling => "whole",
        Operator.Sqrt => "root",
        Operator.Exp => "exponential",
        Operator.Log => "logarithm",
        Operator.Tanh => "tanh",
        Operator.Sin => "sine",
        Operator.Cos => "cosine",
        Operator.Less or Operator.LessOrEqual => "isLess",
        Operator.Greater or Operator.GreaterOrEqual => "isGreater",
        Operator.Equal => "isEqual",
        Operator.NotEqual => "isOther",
        Operator.Not => "isNot",
        Operator.And => "areBoth",
        Operator.Or => "isEither",
        _ => "chosen",
    };
}
