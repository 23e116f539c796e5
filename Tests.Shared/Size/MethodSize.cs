using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace StaticNets.Tests.Shared.Size;

/// <summary>
/// What the JIT counts in a method's IL before it decides whether to optimize it. Above 60,000 bytes, 20,000 instructions, 2,000 basic
/// blocks, 2,000 locals or 8,000 references to locals it does not; above 1,024 locals it no longer tracks all of them.
/// </summary>
internal readonly record struct MethodSize(int Bytes, int Instructions, int Blocks, int Locals, int LocalReferences)
{
    /// <summary>What emitted methods keep to: at most three quarters of the limits, and few locals, since the JIT adds some.</summary>
    public static MethodSize Most { get; } = new(40_000, 15_000, 1_000, 800, 5_500);

    public static MethodSize Of(MethodBase method)
    {
        MethodBody body = method.GetMethodBody() ?? throw new ArgumentException($"{method} has no body.");
        byte[] code = body.GetILAsByteArray() ?? [];
        ILInstruction[] instructions = [.. ILReader.Read(code)];
        return new MethodSize(
            code.Length,
            instructions.Length,
            CountBlocks(instructions, body.ExceptionHandlingClauses),
            body.LocalVariables.Count + method.GetParameters().Length + (method.IsStatic ? 0 : 1),
            instructions.Count(instruction => IsLocalReference(instruction.OpCode)));
    }

    /// <summary>Whether any count is above the other's.</summary>
    public bool Exceeds(MethodSize most) =>
        Bytes > most.Bytes
        || Instructions > most.Instructions
        || Blocks > most.Blocks
        || Locals > most.Locals
        || LocalReferences > most.LocalReferences;

    /// <summary>The larger of each count.</summary>
    public MethodSize Max(MethodSize other) => new(
        Math.Max(Bytes, other.Bytes),
        Math.Max(Instructions, other.Instructions),
        Math.Max(Blocks, other.Blocks),
        Math.Max(Locals, other.Locals),
        Math.Max(LocalReferences, other.LocalReferences));

    // A block begins at the entry, at each target, behind each instruction that may go elsewhere, and where handlers begin and end.
    private static int CountBlocks(ILInstruction[] instructions, IList<ExceptionHandlingClause> handlers)
    {
        HashSet<int> starts = [0];
        foreach (ILInstruction instruction in instructions)
        {
            starts.UnionWith(instruction.Targets);
            if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
            {
                starts.Add(instruction.End);
            }
        }

        foreach (ExceptionHandlingClause handler in handlers)
        {
            starts.UnionWith([handler.TryOffset, handler.TryOffset + handler.TryLength]);
            starts.UnionWith([handler.HandlerOffset, handler.HandlerOffset + handler.HandlerLength]);
        }

        starts.Remove(instructions[^1].End);
        return starts.Count;
    }

    private static bool IsLocalReference(OpCode opCode)
    {
        ushort value = unchecked((ushort)opCode.Value);
        return (value >= (ushort)OpCodes.Ldarg_0.Value && value <= (ushort)OpCodes.Stloc_S.Value)
            || (value >= unchecked((ushort)OpCodes.Ldarg.Value) && value <= unchecked((ushort)OpCodes.Stloc.Value));
    }
}
