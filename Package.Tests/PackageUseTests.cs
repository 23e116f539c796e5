using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The package as a user has it: restored, built, trained with and published, without one warning.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageUseTests(PackedPackage package)
{
    [Fact]
    public void Builds()
    {
        UsersProject project = new(package, "build", Programs.Train);

        string output = project.Dotnet("build", "-c", "Release");

        Assert.Contains("0 Warning(s)", output);
    }

    [Fact]
    public void Trains_and_predicts()
    {
        UsersProject project = new(package, "run", Programs.Train);

        Assert.Contains("\nlearned", project.Dotnet("run", "-c", "Release"));
    }

    [Fact]
    public void A_wrong_net_is_one_error_with_its_page()
    {
        UsersProject project = new(package, "wrong", Programs.Train.Replace("[Dense(8,", "[Dense(-8,"));

        (int code, string output) = project.TryDotnet("build", "-c", "Release");

        Assert.NotEqual(0, code);
        string[] errors = [.. output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct()];
        Match error = Regex.Match(Assert.Single(errors), @"error SN2001: Layer 1 Dense: Units must be at least 1, but is -8 \((file://\S+)\)");
        Assert.True(error.Success, errors[0]);
        Assert.StartsWith("# SN2001: ", File.ReadAllText(new Uri(error.Groups[1].Value).LocalPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Emitted_files_stand_in_the_project_and_are_compiled_once()
    {
        UsersProject project = new(package, "emit", Programs.Train, "<StaticNetsEmitFiles>true</StaticNetsEmitFiles>");

        project.Dotnet("build", "-c", "Release");
        project.Dotnet("build", "-c", "Debug");

        string[] files = [.. Directory.GetFiles(Path.Combine(project.Folder, "Generated"), "*.cs", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!)];
        Assert.Contains("XorNet.g.cs", files);
        Assert.Contains("XorNet.Kernels256.Training.g.cs", files);
    }

    [PublishFact("PublishTrimmed")]
    public void Trimmed()
    {
        UsersProject project = new(package, "trimmed", Programs.Train, "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>");

        Assert.Contains("\nlearned", UsersProject.Execute(project.Publish()));
    }

    [PublishFact("PublishAot")]
    public void Native()
    {
        UsersProject project = new(package, "native", Programs.Train, "<PublishAot>true</PublishAot><StaticNetsCpu>native</StaticNetsCpu>");

        Assert.Contains("\nlearned", UsersProject.Execute(project.Publish(PublishFactAttribute.Linker)));
    }
}
