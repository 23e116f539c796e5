using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using StaticNets.Generator.Declaration;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>Runtime's folders use each other one way: what stands higher in the table knows nothing of what stands below.</summary>
public sealed class RuntimeFolderTests
{
    private const string EmittedNamespace = "StaticNets.Execution";
    private const string Emitted = "EmittedSupport";

    /// <summary>The folders from the bottom up, each with those that it may use.</summary>
    private static readonly (string Folder, string[] Uses)[] s_folders =
    [
        ("Attributes", []),
        ("Contracts", ["Attributes"]),
        ("Numerics", []),
        (Emitted, []),
        ("Initializers", ["Attributes", "Numerics"]),
        ("Optimizers", ["Numerics"]),
        ("Execution/Threads", []),
        ("Execution/Memory", ["Contracts", "Numerics", Emitted, "Execution/Threads"]),
        ("Execution/Inference", ["Contracts", "Numerics", Emitted, "Execution/Threads", "Execution/Memory"]),
        ("Execution/TrainingStep",
            ["Attributes", "Contracts", "Numerics", Emitted, "Optimizers", "Execution/Threads", "Execution/Memory", "Execution/Inference"]),
        ("Serialization", ["Contracts"]),
        ("Data", ["Contracts", "Numerics", "Execution/Threads", "Serialization"]),
        ("Metrics", ["Attributes", "Contracts"]),
        ("Reporting", ["Serialization"]),
        ("Training",
            [
                "Attributes", "Contracts", "Execution/Threads", "Execution/TrainingStep", "Serialization", "Data", "Metrics", "Reporting",
            ]),
    ];

    private static readonly Lazy<SourceUses> s_uses = new(() => new SourceUses("Runtime", Folder));

    [Fact]
    public void Each_folder_uses_only_those_below_it()
    {
        string[] wrong =
        [
            .. s_uses.Value.Uses
                .Where(use => !s_folders.Any(row => row.Folder == use.From && row.Uses.Contains(use.To)))
                .Select(use => $"{use.File} uses {use.Type} of {use.To}"),
        ];

        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void The_table_has_no_cycle_and_nothing_that_is_not_used()
    {
        for (int i = 0; i < s_folders.Length; i++)
        {
            Assert.Subset(s_folders.Take(i).Select(row => row.Folder).ToHashSet(), s_folders[i].Uses.ToHashSet());
            Assert.Equal(
                s_folders[i].Uses.ToHashSet(),
                s_uses.Value.Uses.Where(use => use.From == s_folders[i].Folder).Select(use => use.To).ToHashSet());
        }
    }

    [Fact]
    public void Emitted_support_is_what_emitted_code_may_call()
    {
        SourceUses.DeclaredType[] types = [.. s_uses.Value.Types.Where(type => type.Folder == Emitted)];

        Assert.All(types, type => Assert.True(type.IsPublic, type.Name));
        Assert.Subset(EmittedTypes.All.ToHashSet(), types.Select(type => type.Name).ToHashSet());
    }

    /// <summary>Beside what a net's own class derives from or hands on, which it writes with the namespace.</summary>
    [Fact]
    public void Nothing_else_is_public_where_emitted_code_looks()
    {
        IEnumerable<string> others = s_uses.Value.Types
            .Where(type => type.IsPublic && type.Namespace == EmittedNamespace && !EmittedTypes.All.Contains(type.Name))
            .Select(type => type.Name);

        Assert.Equal(["GradientTrainerBase", "IPredictorSource", "TrainerBase"], others.Order(StringComparer.Ordinal));
    }

    private static string Folder(string path)
    {
        string[] parts = path.Split(Path.DirectorySeparatorChar);
        return parts[0] == "Execution" && parts.Length > 2 ? parts[0] + "/" + parts[1] : parts[0];
    }
}
