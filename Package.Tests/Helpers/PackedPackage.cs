using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The packages as packed from this repository, in a folder that serves as a source, and a package cache that nothing else uses.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("staticnets-package-").FullName;

    public PackedPackage()
    {
        // A version that no cache has seen.
        Version = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Source);
        foreach (string project in new[] { "Runtime", Path.Combine("templates", "StaticNets.Templates") })
        {
            if (Directory.Exists(Path.Combine(Repository.Root, project)))
            {
                Dotnet.Run(Repository.Root, new Dictionary<string, string>(), "pack", project, "-c", "Release", "-o", Source, "-p:PackageVersion=" + Version);
            }
        }

        File.WriteAllText(
            Path.Combine(_folder, "NuGet.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Source}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{MachineCache}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Version { get; }

    /// <summary>The folder with the packages.</summary>
    public string Source => Path.Combine(_folder, "source");

    public string Package => Path.Combine(Source, $"StaticNets.{Version}.nupkg");

    /// <summary>For <c>dotnet</c> run below <see cref="NewFolder"/>.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache"),
    };

    // Packages that the machine has anyway, compilers of a hundred megabytes among them, are not fetched again.
    private static string MachineCache => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, "projects", name)).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>The tests that share the packages. One after the other: each of them keeps all cores busy by itself.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Package";
}
