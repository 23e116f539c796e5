namespace StaticNets.Generator.Expressions;

/// <summary>
/// A formula of the user's as a tree. Equal formulas are equal trees, so that the model can be cached and a term is found again.
/// </summary>
internal abstract record Expression
{
    /// <summary>What it is computed from, in order.</summary>
    public virtual IReadOnlyList<Expression> Operands => [];

    /// <summary>How many operations it takes, those counted again that occur twice.</summary>
    public virtual int Size => 0;

    /// <summary>Whether it takes a function that is many instructions.</summary>
    public bool CallsVectorMath =>
        this is Operation { Operator: Operator.Exp or Operator.Log or Operator.Tanh or Operator.Sin or Operator.Cos }
        || Operands.Any(operand => operand.CallsVectorMath);
}

/// <summary>A constant in single precision. Unlike floats, 0 and -0 differ, and a NaN is equal to itself.</summary>
internal sealed record Number(float Value) : Expression
{
    public static readonly Number Zero = new(0);
    public static readonly Number One = new(1);

    public bool IsNegativeZero => Bits(Value) == int.MinValue;

    public bool Equals(Number? other) => other is not null && Bits(Value) == Bits(other.Value);

    public override int GetHashCode() => Bits(Value);

    private static int Bits(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
}

/// <summary>A constant condition.</summary>
internal sealed record Truth(bool Value) : Expression;

/// <summary>A parameter of the function by its position.</summary>
internal sealed record Parameter(int Index) : Expression;

/// <summary>An operation on one to three values.</summary>
internal sealed record Operation : Expression
{
    private readonly int _hash;

    public Operation(Operator @operator, params Expression[] operands)
    {
        Operator = @operator;
        Inputs = new EquatableArray<Expression>(operands);
        Size = 1 + operands.Sum(operand => operand.Size);
        _hash = unchecked((Inputs.GetHashCode() * 31) + (int)@operator);
    }

    public Operator Operator { get; }

    public EquatableArray<Expression> Inputs { get; }

    public override IReadOnlyList<Expression> Operands => Inputs;

    public override int Size { get; }

    public Expression this[int index] => Inputs[index];

    // Trees are compared and looked up all the time: the hash is computed once.
    public override int GetHashCode() => _hash;
}
