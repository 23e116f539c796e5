using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Codegen.Tests.Nets;
using StaticNets.Tests.Shared.Jit;

namespace StaticNets.Codegen.Tests.Jit;

/// <summary>What the JIT said while a child process called everything of every net.</summary>
/// <param name="Bits">The width that the child ran in.</param>
/// <param name="Summary">Every method that was compiled.</param>
/// <param name="Kernels">The machine code of the kernels, and of the chains that show what a core can do at most.</param>
internal sealed record JitRun(int Bits, IReadOnlyList<JittedMethod> Summary, IReadOnlyList<ListedMethod> Kernels)
{
    private static readonly ConcurrentDictionary<string, Lazy<JitRun>> s_runs = new(StringComparer.Ordinal);

    /// <summary>The run of a setting; one child serves all tests.</summary>
    public static JitRun Of(VectorSetting setting) => s_runs.GetOrAdd(setting.Name, _ => new Lazy<JitRun>(() => Start(setting))).Value;

    private static JitRun Start(VectorSetting setting)
    {
        string log = Path.GetTempFileName();
        try
        {
            Dictionary<string, string> environment = new(setting.Environment)
            {
                ["DOTNET_JitStdOutFile"] = log,
                ["DOTNET_JitDisasmSummary"] = "1",
                ["DOTNET_JitDisasm"] = "*Kernels*:* *ProductChains:Run*",

                // Methods that are compiled again in the background would write between the lines.
                ["DOTNET_TieredCompilation"] = "0",
            };
            List<string> arguments = ["exec", typeof(JitRun).Assembly.Location];
            if (setting.MaxWidth is int width)
            {
                arguments.AddRange([Exercise.MaxWidth, width.ToString(CultureInfo.InvariantCulture)]);
            }

            ChildResult child = ChildProcess.Run("dotnet", arguments, environment).Succeeded();
            string[] lines = File.ReadAllLines(log);
            return new JitRun(int.Parse(child.Lines[^1], CultureInfo.InvariantCulture), JitSummary.Parse(lines), Listing.Parse(lines));
        }
        finally
        {
            File.Delete(log);
        }
    }
}
