using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Codegen.Tests.Jit;

/// <summary>What must not be in the loops that do the multiply-adds.</summary>
internal static class HotLoops
{
    /// <summary>The innermost loops that multiply and add: with the fused instruction, or where a method has none with plain products.</summary>
    public static IReadOnlyList<IReadOnlyList<ListedInstruction>> Of(ListedMethod method)
    {
        bool isFused = method.Instructions.Any(instruction => instruction.IsFusedMultiplyAdd);
        return [.. Loops.Innermost(method).Where(loop => loop.Any(instruction => isFused ? instruction.IsFusedMultiplyAdd : instruction.IsVectorProduct))];
    }

    /// <summary>One line for each hot loop with a call, or with vectors that did not fit into the registers.</summary>
    public static IReadOnlyList<string> Faults(ListedMethod method) => [.. Of(method).Select((loop, number) => Fault(method, loop, number)).OfType<string>()];

    private static string? Fault(ListedMethod method, IReadOnlyList<ListedInstruction> loop, int number)
    {
        int calls = loop.Count(instruction => instruction.IsCall);
        ListedInstruction[] moves = [.. loop.Where(instruction => instruction.MovesVectorOnStack(method.HasFramePointer))];
        int products = loop.Count(instruction => instruction.IsFusedMultiplyAdd || instruction.IsVectorProduct);
        return calls == 0 && moves.Length == 0
            ? null
            : $"{method.Method}, hot loop {number} with {products} products: {calls} calls, {moves.Length} vectors from or to the stack, as {string.Join("; ", moves.Take(3).Select(move => move.ToString()))}";
    }
}
