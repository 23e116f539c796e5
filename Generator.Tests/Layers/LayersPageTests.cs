using System;
using System.IO;
using System.Linq;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>That <c>docs/layers.md</c> tells what there is.</summary>
public sealed class LayersPageTests
{
    [Fact]
    public void The_page_is_what_the_catalogues_say()
    {
        string file = Path.Combine(Repository.Root, "docs", "layers.md");
        string text = LayersPage.Text();
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            File.WriteAllText(file + ".received", text);
            Assert.Fail($"{file} is out of date. If {file}.received is right, rename it.");
        }
    }

    /// <summary>Every attribute has a generator, and no generator is without an attribute; prefixes have none of their own.</summary>
    [Fact]
    public void Attributes_and_catalogue_name_the_same_layers() => Assert.Equal(
        LayerCatalogue.Names.Order(StringComparer.Ordinal),
        LayersPage.Layers().Where(name => name is not ("Bidirectional" or "TimeDistributed")).Order(StringComparer.Ordinal));
}
