using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Reflection;
using StaticNets.Execution;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>The compiler keeps the public API as its files say; these are what it is told to leave out.</summary>
public sealed class PublicApiTests
{
    private const string Setting = "dotnet_public_api_analyzer.skip_namespaces = ";

    private static readonly Type[] s_public = typeof(StaticNetAttribute).Assembly.GetExportedTypes();

    [Fact]
    public void What_is_no_promise_has_namespaces_of_its_own()
    {
        string setting = File.ReadLines(Path.Combine(Repository.Root, ".editorconfig"))
            .Single(line => line.StartsWith(Setting, StringComparison.Ordinal));

        Assert.Equal(
            setting[Setting.Length..].Split(','),
            s_public.Select(type => type.Namespace!).Where(name => name != nameof(StaticNets)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Editors_hide_what_is_no_promise() => Assert.All(
        s_public.Where(type => type.Namespace != nameof(StaticNets) && !type.IsNested),
        type => Assert.True(type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never, type.FullName));

    /// <summary>A net's trainer derives from a type that is no promise, so whatever its users reach must be one elsewhere.</summary>
    [Fact]
    public void A_trainer_shows_what_its_contract_has() => Assert.Subset(
        typeof(ITrainer).GetInterfaces().Append(typeof(ITrainer)).SelectMany(type => type.GetMembers()).Select(member => member.Name)
            .Append(nameof(TrainerBase.Threads)).Append("get_" + nameof(TrainerBase.Threads)).ToHashSet(),
        typeof(TrainerBase).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => member.Name).ToHashSet());
}
