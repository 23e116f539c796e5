namespace StaticNets.Generator.Expressions;

/// <summary>
/// What functions of the user's can be made of. All work on floats, the comparisons give conditions, and the last four take them.
/// </summary>
internal enum Operator
{
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary><c>a b + c</c>, rounded once where the hardware can.</summary>
    MultiplyAdd,
    Min,
    Max,

    /// <summary>A value between two constants.</summary>
    Clamp,
    Abs,

    /// <summary>-1, 0 or 1.</summary>
    Sign,
    Floor,
    Ceiling,
    Sqrt,
    Exp,
    Log,
    Tanh,
    Sin,
    Cos,

    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,

    Not,
    And,
    Or,

    /// <summary>The second value where the condition holds, else the third.</summary>
    Select,
}
