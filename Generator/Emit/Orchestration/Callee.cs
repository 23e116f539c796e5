namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>A kernel, and what it is given where nothing else is said.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Operands">Its operands, in order.</param>
internal sealed record Callee(string Method, IReadOnlyList<KernelOperand> Operands)
{
    /// <summary>The call, with other values for some of the operands.</summary>
    public string Call(params IReadOnlyList<KernelOperand> others)
    {
        if (others.FirstOrDefault(other => Operands.All(operand => operand.Name != other.Name)) is { } unknown)
        {
            throw new InvalidOperationException($"'{Method}' has no operand '{unknown.Name}'.");
        }

        IEnumerable<KernelOperand> passed = Operands.Select(operand => others.FirstOrDefault(other => other.Name == operand.Name) ?? operand);
        return $"{Method}({string.Join(", ", passed.Select(operand => operand.Argument))});";
    }
}
