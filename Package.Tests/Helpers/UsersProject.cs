using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>A console project that references the package, in which every warning is an error.</summary>
internal sealed class UsersProject
{
    private readonly PackedPackage _package;

    public UsersProject(PackedPackage package, string name, string program, string properties = "")
    {
        _package = package;
        Folder = package.NewFolder(name);
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), program);
        File.WriteAllText(
            Path.Combine(Folder, "App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="StaticNets" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder { get; }

    public static string Runtime => RuntimeInformation.RuntimeIdentifier;

    public string Dotnet(params string[] arguments) => Tests.Dotnet.Run(Folder, _package.Environment, arguments);

    public (int Code, string Output) TryDotnet(params string[] arguments) => Tests.Dotnet.TryRun(Folder, _package.Environment, "dotnet", arguments);

    /// <summary>Restores the references alone, so that other machines' runtimes need not be there.</summary>
    public void Restore() => Dotnet("restore", "-p:PublishAot=false", "-p:RuntimeIdentifier=");

    /// <summary>Publishes for this machine and returns the program's path.</summary>
    public string Publish(params string[] arguments)
    {
        string output = Dotnet(["publish", "-c", "Release", "-r", Runtime, "-o", "out", .. arguments]);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(Folder, "out", OperatingSystem.IsWindows() ? "App.exe" : "App");
    }

    public static string Execute(string program)
    {
        (int code, string output) = Tests.Dotnet.TryRun(Path.GetDirectoryName(program)!, new Dictionary<string, string>(), program);
        Assert.True(code == 0, $"{program} ended with {code}:\n{output}");
        return output;
    }
}
