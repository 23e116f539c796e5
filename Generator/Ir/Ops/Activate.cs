using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Ir.Ops;

/// <summary>An activation of every value or, where it is one of rows, of every row of the last axis.</summary>
internal sealed record Activate : UnaryOperation
{
    public required Activation Activation { get; init; }

    public override string Kind => "activate";

    public override bool MayOverwriteOperand => true;

    public override bool BackwardReadsOperands => Activation.DerivativeReadsInput;

    public override bool BackwardReadsResult => !Activation.DerivativeReadsInput;

    public override IEnumerable<Setting> Settings => [new("function", Activation.Name)];
}
