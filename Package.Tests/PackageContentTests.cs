using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace StaticNets.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Holds_what_it_should_and_nothing_else()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);

        Assert.Equal(
            [
                "README.md",
                "StaticNets.nuspec",
                "analyzers/dotnet/cs/StaticNets.CodeFixes.dll",
                "analyzers/dotnet/cs/StaticNets.Generator.dll",
                "buildTransitive/StaticNets.targets",
                "lib/net10.0/StaticNets.dll",
                "lib/net10.0/StaticNets.xml",
                "lib/net9.0/StaticNets.dll",
                "lib/net9.0/StaticNets.xml",
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/") && !name.StartsWith("package/") && !name.StartsWith("[Content"))
                .Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public void Depends_on_tensors_alone()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);
        XDocument nuspec = XDocument.Load(archive.GetEntry("StaticNets.nuspec")!.Open());

        Assert.Equal(
            ["net10.0 System.Numerics.Tensors", "net9.0 System.Numerics.Tensors"],
            nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(dependency => dependency.Parent!.Attribute("targetFramework")!.Value + " " + dependency.Attribute("id")!.Value));
        Assert.Equal("README.md", nuspec.Descendants().Single(element => element.Name.LocalName == "readme").Value);
    }

    [Fact]
    public void Symbols_come_beside_it()
    {
        using ZipArchive archive = ZipFile.OpenRead(System.IO.Path.ChangeExtension(package.Package, ".snupkg"));

        Assert.Equal(
            ["lib/net10.0/StaticNets.pdb", "lib/net9.0/StaticNets.pdb"],
            archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".pdb")).Order(System.StringComparer.Ordinal));
    }
}
