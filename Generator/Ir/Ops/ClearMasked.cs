namespace StaticNets.Generator.Ir.Ops;

/// <summary>The operand with zeros in the steps that don't count.</summary>
internal sealed record ClearMasked : MaskedOperation
{
    public override string Kind => "clear_masked";
}
