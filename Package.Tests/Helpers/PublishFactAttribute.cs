using System;
using System.Collections.Generic;
using System.IO;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>A test that publishes with something that not every machine can have; where it can't be had, the test is skipped and says why.</summary>
public sealed class PublishFactAttribute : FactAttribute
{
    private static readonly Dictionary<(string, string), string?> s_reasons = [];

    /// <param name="framework">The framework that is published for.</param>
    /// <param name="property"><c>PublishTrimmed</c> or <c>PublishAot</c>.</param>
    public PublishFactAttribute(string framework, string property)
    {
        lock (s_reasons)
        {
            if (!s_reasons.TryGetValue((framework, property), out string? reason))
            {
                s_reasons[(framework, property)] = reason = Reason(framework, property);
            }

            Skip = reason;
        }
    }

    /// <summary>The linker that ILC calls: clang, or gcc where that is missing.</summary>
    public static string[] Linker => Dotnet.IsOnPath("clang") || !OperatingSystem.IsLinux() ? [] : ["-p:CppCompilerAndLinker=gcc", "-p:LinkerFlavor=bfd"];

    private static string? Reason(string framework, string property)
    {
        if (property == "PublishAot" && OperatingSystem.IsLinux() && !Dotnet.IsOnPath("clang") && !Dotnet.IsOnPath("gcc"))
        {
            return "NativeAOT needs clang and zlib: apt-get install clang zlib1g-dev";
        }

        string folder = Directory.CreateTempSubdirectory("staticnets-probe-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "Probe.csproj"),
                $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>{framework}</TargetFramework>"
                    + $"<{property}>true</{property}><SelfContained>true</SelfContained></PropertyGroup></Project>");
            (int code, string output) = Dotnet.TryRun(folder, new Dictionary<string, string>(), "dotnet", "restore", "-r", UsersProject.Runtime);
            return code == 0 ? null : $"{property} for {framework} can't be restored here: {output.Split('\n')[^2].Trim()}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
