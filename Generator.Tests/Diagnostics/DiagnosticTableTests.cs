using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

public sealed class DiagnosticTableTests
{
    [Fact]
    public void Every_descriptor_is_in_the_table_once()
    {
        string[] declared =
        [
            .. typeof(DiagnosticTable).Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
                .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id)
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(declared);
        Assert.Equal(declared.Distinct(), declared);
        Assert.Equal(declared, DiagnosticTable.All.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Every_id_has_its_thousands_category_and_no_link_of_its_own()
    {
        Assert.All(DiagnosticTable.All, descriptor =>
        {
            Assert.Matches("^SN[1-5][0-9]{3}$", descriptor.Id);
            Assert.Equal(DiagnosticTable.All.First(other => other.Id[2] == descriptor.Id[2]).Category, descriptor.Category);
            Assert.Empty(descriptor.HelpLinkUri);
            DiagnosticSeverity advice = descriptor.Id == "SN5006" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            Assert.Equal(descriptor.Id[2] == '5' ? advice : DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        });
    }

    [Fact]
    public void Every_id_is_tracked_for_release()
    {
        string generator = Path.Combine(Repository.Root, "Generator");
        string rows = File.ReadAllText(Path.Combine(generator, "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(generator, "AnalyzerReleases.Unshipped.md"));

        Assert.Equal(
            DiagnosticTable.All.Select(descriptor => descriptor.Id + " | " + descriptor.Category),
            Regex.Matches(rows, @"^(SN\d+ \| \S+)", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }
}
