using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The template: installed where it disturbs nobody, instantiated, built against the packed package and run.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(PackedPackage package)
{
    /// <summary>The names are the README's, that of the template's own net, and such as no namespace could have.</summary>
    [Theory]
    [InlineData("Moons")]
    [InlineData("MoonNet")]
    [InlineData("My.Shop")]
    [InlineData("2048")]
    [InlineData("class")]
    public void Makes_a_project_that_builds_and_learns(string name)
    {
        string folder = package.NewFolder("template-" + name);
        Dictionary<string, string> hive = new(package.Environment) { ["DOTNET_CLI_HOME"] = Path.Combine(folder, "home") };
        Dotnet.Run(folder, hive, "new", "install", Path.Combine(package.Source, $"StaticNets.Templates.{package.Version}.nupkg"));
        Dotnet.Run(folder, hive, "new", "staticnet", "-n", name, "--StaticNetsVersion", package.Version);
        string project = Path.Combine(folder, name);

        Assert.True(File.Exists(Path.Combine(project, name + ".csproj")));
        Assert.Contains("0 Warning(s)", Dotnet.Run(project, package.Environment, "build", "-c", "Release", "-p:TreatWarningsAsErrors=true"));
        if (name == "Moons")
        {
            string output = Dotnet.Run(project, package.Environment, "run", "-c", "Release", "--no-build");
            double accuracy = double.Parse(Regex.Match(output, @"test accuracy: ([\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.True(accuracy > 0.97, output);
            Assert.True(File.Exists(Path.Combine(project, "moons.safetensors")));
        }
    }

    [Fact]
    public void Is_made_by_the_readmes_command()
    {
        string readme = Regex.Replace(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"\s+", " ");

        Assert.Contains("`dotnet new staticnet -n Moons`", readme);
    }

    [Fact]
    public void Names_the_version_that_it_was_made_with()
    {
        string version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Root!.Element("PropertyGroup")!.Element("Version")!.Value;
        string folder = Path.Combine(Repository.Root, "templates", "StaticNets.Templates", "content", "StaticNetApp");
        using JsonDocument template = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, ".template.config", "template.json")));
        JsonElement symbol = template.RootElement.GetProperty("symbols").GetProperty("StaticNetsVersion");

        Assert.Equal(version, symbol.GetProperty("defaultValue").GetString());
        Assert.Equal(version, symbol.GetProperty("replaces").GetString());
        Assert.Contains($"Include=\"StaticNets\" Version=\"{version}\"", File.ReadAllText(Path.Combine(folder, "StaticNetApp.csproj")));
    }
}
