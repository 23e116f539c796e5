using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The README's five steps, as they are written there.</summary>
[Collection(PackageCollection.Name)]
public sealed class ReadmeTests(PackedPackage package)
{
    [Fact]
    public void Declare_train_watch_save()
    {
        UsersProject project = Project("readme", "");

        AssertOutput(project.Dotnet("run", "-c", "Release"));
    }

    [PublishFact("PublishAot")]
    public void Ship()
    {
        UsersProject project = Project("readme-native", Blocks("xml").Single().Replace("<StaticNetsCpu>v3<", "<StaticNetsCpu>native<"));

        AssertOutput(UsersProject.Execute(project.Publish(PublishFactAttribute.Linker)));
    }

    private static void AssertOutput(string output)
    {
        Assert.Contains("Epoch 10/10", output);
        Assert.Matches(@"accuracy: (1|0\.9[5-9]\d*)\r?\n", output);
        Assert.Matches(@"\(0, 1\) lies in the upper moon with probability (1|0\.9)", output);
    }

    private UsersProject Project(string name, string properties)
    {
        IReadOnlyList<string> blocks = Blocks("csharp");
        UsersProject project = new(package, name, string.Concat(blocks.Skip(1)), properties);
        File.WriteAllText(Path.Combine(project.Folder, "MoonNet.cs"), blocks[0]);
        return project;
    }

    private static IReadOnlyList<string> Blocks(string language)
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string steps = Regex.Match(readme, @"^## Five steps\n(.*?)^## ", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return [.. Regex.Matches(steps, $@"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value)];
    }
}
