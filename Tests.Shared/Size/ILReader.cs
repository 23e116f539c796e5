using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace StaticNets.Tests.Shared.Size;

/// <summary>One IL instruction.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="End">Where the next one begins.</param>
/// <param name="OpCode">What it is.</param>
/// <param name="Targets">Where it may jump to.</param>
internal readonly record struct ILInstruction(int Offset, int End, OpCode OpCode, IReadOnlyList<int> Targets);

/// <summary>Reads the IL of a method.</summary>
internal static class ILReader
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> s_opCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    public static IEnumerable<ILInstruction> Read(byte[] code)
    {
        for (int offset = 0; offset < code.Length;)
        {
            OpCode opCode = code[offset] == TwoBytes
                ? s_opCodes[unchecked((short)((TwoBytes << 8) | code[offset + 1]))]
                : s_opCodes[code[offset]];
            int operand = offset + opCode.Size;
            int end = operand + OperandSize(opCode, code, operand);
            yield return new ILInstruction(offset, end, opCode, Targets(opCode, code, operand, end));
            offset = end;
        }
    }

    private static int OperandSize(OpCode opCode, byte[] code, int operand) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * ReadInt(code, operand)),
        _ => 4,
    };

    private static int[] Targets(OpCode opCode, byte[] code, int operand, int end) => opCode.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [end + unchecked((sbyte)code[operand])],
        OperandType.InlineBrTarget => [end + ReadInt(code, operand)],
        OperandType.InlineSwitch => [.. Enumerable.Range(1, ReadInt(code, operand)).Select(i => end + ReadInt(code, operand + (4 * i)))],
        _ => [],
    };

    private static int ReadInt(byte[] code, int offset) => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(offset));
}
