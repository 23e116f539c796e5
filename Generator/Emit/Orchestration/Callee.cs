using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>A kernel, and what it is given where nothing else is said.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Operands">Its operands, in order.</param>
internal sealed record Callee(string Method, IReadOnlyList<KernelOperand> Operands)
{
    /// <summary>A method that gets what its caller has under the same names.</summary>
    public static Callee Passing(Signature method) => new(
        method.Name, [.. method.Parameters.Select(parameter => KernelOperand.Of(parameter.Type, parameter.Name, parameter.Name))]);

    /// <summary>The call, with other values for some of the operands.</summary>
    public string Call(params IReadOnlyList<KernelOperand> others)
    {
        if (others.FirstOrDefault(other => Operands.All(operand => operand.Name != other.Name)) is { } unknown)
        {
            throw new InvalidOperationException($"'{Method}' has no operand '{unknown.Name}'.");
        }

        KernelOperand Passed(KernelOperand operand) => others.FirstOrDefault(other => other.Name == operand.Name) ?? operand;
        return $"{Method}({string.Join(", ", Operands.Select(operand => Passed(operand).Argument))});";
    }
}
