using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace StaticNets.Tests.Shared.Jit;

/// <summary>A line of the JIT's summary: <c>1: JIT compiled Net.Kernels512:Forward(int) [FullOpts, IL size=9, code size=46]</c>.</summary>
/// <param name="Method">Type and method, without the parameters.</param>
/// <param name="Tier">How it was compiled.</param>
internal sealed record JittedMethod(string Method, string Tier)
{
    /// <summary>Whether the JIT gave up optimizing: it then writes "Tier-0 switched MinOpts".</summary>
    public bool IsMinOpts => Tier.Contains("MinOpts", StringComparison.Ordinal);

    /// <summary>Whether it is optimized code, from the start or by tiering up.</summary>
    public bool IsOptimized =>
        !IsMinOpts && (Tier.Contains("FullOpts", StringComparison.Ordinal) || Tier.StartsWith("Tier1", StringComparison.Ordinal));
}

/// <summary>What the runtime writes with <c>DOTNET_JitDisasmSummary=1</c>: a line for each method that it compiled.</summary>
internal static partial class JitSummary
{
    private const string Mark = ": JIT compiled ";

    /// <exception cref="FormatException">A line of the summary reads otherwise than this runtime's.</exception>
    public static IReadOnlyList<JittedMethod> Parse(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Contains(Mark, StringComparison.Ordinal)).Select(Parse)];

    private static JittedMethod Parse(string line)
    {
        Match match = Line().Match(line);
        return match.Success ? new JittedMethod(match.Groups["method"].Value, match.Groups["tier"].Value) : throw new FormatException(line);
    }

    [GeneratedRegex(@"^\s*\d+: JIT compiled (?<method>(\(dynamicClass\))?[^(]+)(\(.*\)(:\S+)?)? \[(?<tier>[^,\]]+)[^\[\]]*\]\s*$")]
    private static partial Regex Line();
}
