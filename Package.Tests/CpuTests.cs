using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The CPU that a NativeAOT program is made for: what StaticNetsCpu says reaches the compiler, and saying nothing gives a warning.</summary>
[Collection(PackageCollection.Name)]
public sealed class CpuTests(PackedPackage package)
{
    [Theory]
    [InlineData("linux-x64", "v3", "x86-64-v3")]
    [InlineData("win-x64", "v4", "x86-64-v4")]
    [InlineData("linux-x64", "native", "native")]
    [InlineData("linux-x64", "baseline", "")]
    [InlineData("linux-arm64", "v3", "")]
    public void Names_the_compilers_instruction_set(string runtime, string cpu, string expected)
    {
        string properties = $"<PublishAot>true</PublishAot><RuntimeIdentifier>{runtime}</RuntimeIdentifier><StaticNetsCpu>{cpu}</StaticNetsCpu>";

        Assert.Equal(expected, Evaluate(properties));
    }

    [Fact]
    public void What_the_project_says_itself_stands() => Assert.Equal(
        "avx2", Evaluate("<RuntimeIdentifier>linux-x64</RuntimeIdentifier><StaticNetsCpu>v4</StaticNetsCpu><IlcInstructionSet>avx2</IlcInstructionSet>"));

    [Theory]
    [InlineData("linux-x64", "", true)]
    [InlineData("linux-x64", "<StaticNetsCpu>baseline</StaticNetsCpu>", false)]
    [InlineData("linux-x64", "<StaticNetsCpu>v3</StaticNetsCpu>", false)]
    [InlineData("linux-x64", "<IlcInstructionSet>avx2</IlcInstructionSet>", false)]
    [InlineData("linux-arm64", "", false)]
    public void Saying_nothing_warns(string runtime, string property, bool warns)
    {
        UsersProject project = Project($"<RuntimeIdentifier>{runtime}</RuntimeIdentifier>{property}", warningsAsErrors: false);

        string output = project.Dotnet("msbuild", "-t:StaticNetsCheckCpu");

        Assert.Equal(warns, output.Contains("warning STATICNETS001: This NativeAOT program names no CPU", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_cpu_is_an_error()
    {
        UsersProject project = Project("<StaticNetsCpu>v5</StaticNetsCpu>", warningsAsErrors: false);

        Assert.Contains("error STATICNETS002: StaticNetsCpu is 'v5'", project.TryDotnet("msbuild", "-t:StaticNetsCheckCpu").Output);
    }

    [PublishFact("PublishAot")]
    public void Reaches_the_code_and_the_warning_comes_with_a_publish()
    {
        UsersProject narrow = Project("<PublishAot>true</PublishAot>", warningsAsErrors: false);
        string output = narrow.Dotnet(["publish", "-c", "Release", "-r", UsersProject.Runtime, "-o", "out", .. PublishFactAttribute.Linker]);
        Assert.Equal(RuntimeInformation.OSArchitecture == Architecture.X64, output.Contains("warning STATICNETS001", StringComparison.Ordinal));
        Assert.Contains("\nnarrow", UsersProject.Execute(Path.Combine(narrow.Folder, "out", "App")));

        UsersProject own = Project("<PublishAot>true</PublishAot><StaticNetsCpu>v3</StaticNetsCpu>");
        string program = own.Publish(PublishFactAttribute.Linker);
        if (Vector256.IsHardwareAccelerated)
        {
            Assert.Contains("\nwide", UsersProject.Execute(program));
        }
    }

    private string Evaluate(string properties) =>
        Project(properties).Dotnet("msbuild", "-getProperty:IlcInstructionSet").Trim();

    private UsersProject Project(string properties, bool warningsAsErrors = true)
    {
        string name = "cpu-" + Guid.NewGuid().ToString("N");
        string more = warningsAsErrors ? "" : "<MSBuildTreatWarningsAsErrors>false</MSBuildTreatWarningsAsErrors>";
        UsersProject project = new(package, name, Programs.Train, properties + more);
        project.Restore();
        return project;
    }
}
