using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>What a user's project references: the framework that the tests run on, and the real runtime library.</summary>
internal static class References
{
    public static readonly ImmutableArray<MetadataReference> All = [.. Find().Select(path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> Find()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.GetDirectoryName(path) == framework)
            .Append(typeof(StaticNetAttribute).Assembly.Location);
    }
}
