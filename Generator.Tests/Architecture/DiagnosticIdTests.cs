using System;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Generator.Diagnostics;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>A diagnostic's id stands beside its title and its message, and nowhere else: all others call the method that makes the problem.</summary>
public sealed class DiagnosticIdTests
{
    [Fact]
    public void An_id_stands_once_and_only_among_the_diagnostics()
    {
        var ids = (from file in GeneratorSource.All
                   from token in file.Root.DescendantTokens()
                   from Match match in Regex.Matches(token.ValueText, "SN[0-9]{4}")
                   select (Id: match.Value, Place: file.At(token.Parent!), IsAmongDiagnostics: Regex.IsMatch(file.Path, @"^Diagnostics/\w+Diagnostics\.cs$"))).ToArray();

        Assert.Empty(ids.Where(id => !id.IsAmongDiagnostics).Select(id => id.Place));
        Assert.Equal(DiagnosticTable.All.Select(descriptor => descriptor.Id), ids.Select(id => id.Id).Order(StringComparer.Ordinal));
    }
}
