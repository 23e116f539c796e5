using System.Linq;
using System.Text.Json;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>
/// The SDK's analyzers for what is published: each would double the time of every build, and publishing finds the same, so they are off
/// unless they are asked for.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class PublishAnalyzerTests(PackedPackage package)
{
    private static readonly string[] s_analyzers = ["EnableAotAnalyzer", "EnableTrimAnalyzer", "EnableSingleFileAnalyzer"];

    [Theory]
    [InlineData("aot", "<PublishAot>true</PublishAot>", "")]
    [InlineData("trimmed", "<PublishTrimmed>true</PublishTrimmed>", "")]
    [InlineData("single", "<PublishSingleFile>true</PublishSingleFile>", "EnableSingleFileAnalyzer")]
    [InlineData("asked", "<PublishAot>true</PublishAot><EnableTrimAnalyzer>true</EnableTrimAnalyzer>", "EnableTrimAnalyzer")]
    [InlineData(
        "library",
        "<PublishAot>true</PublishAot><IsAotCompatible>true</IsAotCompatible>",
        "EnableAotAnalyzer, EnableTrimAnalyzer, EnableSingleFileAnalyzer")]
    public void Run_where_they_are_asked_for(string name, string properties, string expected)
    {
        UsersProject project = new(package, "analyzers-" + name, Programs.Train, properties);
        project.Dotnet("restore", "-p:PublishAot=false", "-p:PublishTrimmed=false", "-p:IsAotCompatible=false", "-p:RuntimeIdentifier=");

        using JsonDocument evaluated = JsonDocument.Parse(project.Dotnet("msbuild", "-getProperty:" + string.Join(',', s_analyzers)));
        JsonElement values = evaluated.RootElement.GetProperty("Properties");

        Assert.Equal(expected, string.Join(", ", s_analyzers.Where(analyzer => values.GetProperty(analyzer).GetString() == "true")));
    }
}
