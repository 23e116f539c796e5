namespace StaticNets.Generator.Ir.Ops;

/// <summary><c>y = x</c> where x is not negative, else <c>alpha x</c>; alpha is a row of values that the rows of a sample share.</summary>
internal sealed record ParametricRelu : UnaryOperation
{
    public required Weight Alpha { get; init; }

    public override string Kind => "parametric_relu";

    public override IReadOnlyList<Weight> Weights => [Alpha];

    public override bool BackwardReadsOperands => true;
}
