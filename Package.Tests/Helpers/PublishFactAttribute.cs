using System;
using System.Collections.Generic;
using System.IO;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>A test that publishes with something that not every machine can have; where it can't be had, the test is skipped and says why.</summary>
public sealed class PublishFactAttribute : FactAttribute
{
    private static readonly Dictionary<string, string?> s_reasons = [];

    /// <param name="property"><c>PublishTrimmed</c> or <c>PublishAot</c>.</param>
    public PublishFactAttribute(string property)
    {
        lock (s_reasons)
        {
            if (!s_reasons.TryGetValue(property, out string? reason))
            {
                s_reasons[property] = reason = Reason(property);
            }

            Skip = reason;
        }
    }

    /// <summary>The linker that ILC calls: clang, or gcc where that is missing.</summary>
    public static string[] Linker => Dotnet.IsOnPath("clang") || !OperatingSystem.IsLinux() ? [] : ["-p:CppCompilerAndLinker=gcc", "-p:LinkerFlavor=bfd"];

    private static string? Reason(string property)
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
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>"
                    + $"<{property}>true</{property}><SelfContained>true</SelfContained></PropertyGroup></Project>");
            (int code, string output) = Dotnet.TryRun(folder, new Dictionary<string, string>(), "dotnet", "restore", "-r", UsersProject.Runtime);
            return code == 0 ? null : $"{property} can't be restored here: {output.Split('\n')[^2].Trim()}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
