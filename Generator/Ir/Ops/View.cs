namespace StaticNets.Generator.Ir.Ops;

/// <summary>The operand under another shape.</summary>
internal sealed record View : UnaryOperation
{
    public override string Kind => "view";

    public override bool IsView => true;
}
