namespace StaticNets.Generator.Ir.Ops;

/// <summary>A row of a table for each index. The runtime has checked all indexes before they get here.</summary>
internal sealed record Gather : UnaryOperation
{
    /// <summary>(rows, width).</summary>
    public required Weight Table { get; init; }

    public override string Kind => "gather";

    public override IReadOnlyList<Weight> Weights => [Table];

    public override bool BackwardReadsOperands => true;

    public override bool PassesGradient(int operand) => false;

    /// <summary>The smallest number that is no index.</summary>
    public int Limit => Table.Shape[0];
}
