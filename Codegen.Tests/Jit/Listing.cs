using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace StaticNets.Codegen.Tests.Jit;

/// <summary>A machine instruction of a listing.</summary>
internal sealed partial record ListedInstruction(string Mnemonic, string Operands)
{
    /// <summary>Whether control may leave the line here.</summary>
    public bool IsJump => Mnemonic.StartsWith('j') || Mnemonic.EndsWith(".jmp", StringComparison.Ordinal);

    /// <summary>Whether the next instruction is never reached from here.</summary>
    public bool Ends => Mnemonic is "jmp" or "ret" or "int3" || Mnemonic.EndsWith(".jmp", StringComparison.Ordinal);

    public bool IsCall => Mnemonic == "call";

    public bool IsFusedMultiplyAdd => Mnemonic.StartsWith("vfmadd", StringComparison.Ordinal) || Mnemonic.StartsWith("vfnmadd", StringComparison.Ordinal);

    /// <summary>Whether it is a multiplication of vectors, which hardware without the fused one needs.</summary>
    public bool IsVectorProduct => Mnemonic is "mulps" or "vmulps";

    /// <summary>Whether a vector register goes to the stack or comes from it.</summary>
    public bool MovesVectorOnStack(bool hasFramePointer) =>
        VectorRegister().IsMatch(Operands) && (Operands.Contains("[rsp", StringComparison.Ordinal) || (hasFramePointer && Operands.Contains("[rbp", StringComparison.Ordinal)));

    public override string ToString() => $"{Mnemonic} {Operands}";

    [GeneratedRegex(@"\b[xyz]mm\d")]
    private static partial Regex VectorRegister();
}

/// <summary>A method as the runtime writes it with <c>DOTNET_JitDisasm</c>.</summary>
/// <param name="Method">Type and method, without the parameters.</param>
/// <param name="Tier">How it was compiled.</param>
/// <param name="HasFramePointer">Whether rbp points into the stack, instead of being one more register.</param>
/// <param name="Instructions">All instructions.</param>
/// <param name="Labels">The number of the instruction behind each label.</param>
internal sealed record ListedMethod(
    string Method, string Tier, bool HasFramePointer, IReadOnlyList<ListedInstruction> Instructions, IReadOnlyDictionary<string, int> Labels);

/// <summary>Reads listings.</summary>
internal static partial class Listing
{
    private const string FramePointer = "; rbp based frame";

    public static IReadOnlyList<ListedMethod> Parse(IEnumerable<string> lines)
    {
        List<ListedMethod> methods = [];
        List<string> body = [];
        Match? head = null;
        foreach (string line in lines)
        {
            Match match = Head().Match(line);
            if (match.Success)
            {
                Add(methods, head, body);
                (head, body) = (match, []);
            }

            body.Add(line);
        }

        Add(methods, head, body);
        return methods;
    }

    private static void Add(List<ListedMethod> methods, Match? head, List<string> body)
    {
        if (head is null)
        {
            return;
        }

        List<ListedInstruction> instructions = [];
        Dictionary<string, int> labels = [];
        foreach (string line in body)
        {
            if (Label().Match(line) is { Success: true } label)
            {
                labels.Add(label.Groups["name"].Value, instructions.Count);
            }
            else if (Instruction().Match(line) is { Success: true } instruction)
            {
                instructions.Add(new ListedInstruction(instruction.Groups["mnemonic"].Value, instruction.Groups["operands"].Value.Trim()));
            }
        }

        bool hasFramePointer = body.Any(line => line.StartsWith(FramePointer, StringComparison.Ordinal));
        methods.Add(new ListedMethod(head.Groups["method"].Value, head.Groups["tier"].Value, hasFramePointer, instructions, labels));
    }

    [GeneratedRegex(@"^; Assembly listing for method (?<method>[^(]+)\(.*\)(:\S+)? \((?<tier>[^()]*)\)\s*$")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<name>G_M\w+):")]
    private static partial Regex Label();

    // Jumps over an alignment and the summary's lines are indented otherwise.
    [GeneratedRegex(@"^ {7}(?<mnemonic>[a-z][\w.]*)(\s+(?<operands>[^;]*))?")]
    private static partial Regex Instruction();
}
