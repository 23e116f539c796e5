using System.IO;
using System.Runtime.CompilerServices;

namespace StaticNets.Tests.Shared;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
