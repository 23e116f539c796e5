using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Xml.Linq;
using StaticNets.Tests.Shared;
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
            ],
            archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("docs/") && !name.StartsWith("_rels/") && !name.StartsWith("package/") && !name.StartsWith("[Content"))
                .Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public void Holds_the_documentation_as_it_is_here()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);
        string docs = Path.Combine(Repository.Root, "docs");

        Assert.Equal(
            Directory.GetFiles(docs, "*.md", SearchOption.AllDirectories)
                .Select(file => "docs/" + Path.GetRelativePath(docs, file).Replace('\\', '/')).Order(System.StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("docs/")).Order(System.StringComparer.Ordinal));
    }

    /// <summary>While no repository can be linked, a debugger finds each source in the symbols.</summary>
    [Fact]
    public void Symbols_hold_the_sources()
    {
        Guid embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        using ZipArchive archive = ZipFile.OpenRead(Path.ChangeExtension(package.Package, ".snupkg"));
        MemoryStream symbols = new();
        using (Stream entry = archive.GetEntry("lib/net10.0/StaticNets.pdb")!.Open())
        {
            entry.CopyTo(symbols);
        }

        symbols.Position = 0;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        Assert.True(reader.Documents.Count > 100);
        Assert.All(reader.Documents, document => Assert.Contains(
            reader.GetCustomDebugInformation(document),
            information => reader.GetGuid(reader.GetCustomDebugInformation(information).Kind) == embeddedSource));
    }

    [Fact]
    public void Depends_on_tensors_alone()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Package);
        XDocument nuspec = XDocument.Load(archive.GetEntry("StaticNets.nuspec")!.Open());

        Assert.Equal(
            ["net10.0 System.Numerics.Tensors"],
            nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(dependency => dependency.Parent!.Attribute("targetFramework")!.Value + " " + dependency.Attribute("id")!.Value));
        Assert.Equal("README.md", nuspec.Descendants().Single(element => element.Name.LocalName == "readme").Value);
    }

    [Fact]
    public void Symbols_come_beside_it()
    {
        using ZipArchive archive = ZipFile.OpenRead(System.IO.Path.ChangeExtension(package.Package, ".snupkg"));

        Assert.Equal(
            ["lib/net10.0/StaticNets.pdb"],
            archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".pdb")).Order(System.StringComparer.Ordinal));
    }
}
