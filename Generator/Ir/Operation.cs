namespace StaticNets.Generator.Ir;

/// <summary>
/// One step of a net: it makes a value of others. An operation says what is computed, and nothing of how. It is immutable; passes put
/// changed copies in its place.
/// </summary>
internal abstract record Operation
{
    /// <summary>The value that it makes.</summary>
    public Value Result { get; init; } = null!;

    /// <summary>The layer that it comes from.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>The kind, as printed: <c>convolution</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The values that it reads, in a fixed order.</summary>
    public abstract IReadOnlyList<Operand> Operands { get; }

    /// <summary>The weights that it reads, in Keras' order.</summary>
    public virtual IReadOnlyList<Weight> Weights => [];

    /// <summary>What else it is told, for printed graphs.</summary>
    public virtual IEnumerable<Setting> Settings => [];

    /// <summary>
    /// How many samples of the operation each sample of the net holds: the steps of a sequence that a layer takes for samples of its own.
    /// Operands and result are that many times as large as the operation sees them.
    /// </summary>
    public int Steps { get; init; } = 1;

    /// <summary>Multiply-adds a sample.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether the result is the operand under another shape.</summary>
    public virtual bool IsView => false;

    /// <summary>
    /// Whether each element of the result depends on the operand's element at its place alone, so that it may take that place.
    /// </summary>
    public virtual bool MayOverwriteOperand => false;

    /// <summary>Whether the result depends on the operands smoothly, so that a gradient goes through.</summary>
    public virtual bool HasGradient => true;

    /// <summary>Whether the result's gradient goes on to an operand: not to one that holds indexes.</summary>
    public virtual bool PassesGradient(int operand) => true;

    /// <summary>What it is where no weight is trained: itself, something simpler, or null where the operand goes on as it is.</summary>
    public virtual Operation? InInference => this;

    /// <summary>Whether its backward pass reads its operands' values.</summary>
    public virtual bool BackwardReadsOperands => false;

    /// <summary>Whether its backward pass reads its result.</summary>
    public virtual bool BackwardReadsResult => false;

    /// <summary>The same operation reading other values.</summary>
    public abstract Operation Map(Func<Value, Value> map);

    /// <summary>The operand of an operation that has one only, or the first.</summary>
    public Value Source => Operands[0].Value;

    /// <summary>The shape of what the operation sees of a value as one sample: of a sequence's steps one.</summary>
    public Shape OfStep(Value value) => value.Shape.WithoutLeading(Steps);

    /// <summary>As printed graphs show it.</summary>
    public sealed override string ToString() => GraphPrinter.Line(this);

    public bool Reads(Value value) => Operands.Any(operand => operand.Value == value);

    /// <summary>Whether a weight of it is trained.</summary>
    public bool IsTrained => Weights.Any(weight => weight.IsTrainable);
}

/// <summary>The layer that an operation comes from.</summary>
/// <param name="Layer">Its name: <c>conv2d_1</c>.</param>
/// <param name="Attribute">The number of its attribute, which tells its random numbers from others'.</param>
internal sealed record Origin(string Layer, int Attribute)
{
    public static readonly Origin None = new("", -1);
}
