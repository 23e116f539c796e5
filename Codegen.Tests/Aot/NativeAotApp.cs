using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using StaticNets.Codegen.App;
using StaticNets.Codegen.Tests.Jit;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>The small program of <c>App</c>, published with NativeAOT.</summary>
internal static class NativeAotApp
{
    /// <summary>The project that is published.</summary>
    public static string Project { get; } =
        typeof(NativeAotApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AotProject").Value!;

    /// <summary>The same program for <c>dotnet exec</c>.</summary>
    public static string JitAssembly { get; } = typeof(DigitNet).Assembly.Location;

    /// <summary>Runs the same program under the JIT, in the same width.</summary>
    public static ChildResult RunUnderJit(InstructionSets sets, params string[] arguments) =>
        ChildProcess.Run("dotnet", ["exec", JitAssembly, .. arguments], sets.JitEnvironment).Succeeded();

    /// <summary>Publishes it from scratch.</summary>
    /// <returns>The program's path, and what the publish wrote.</returns>
    public static (string Program, ChildResult Publish) Publish(InstructionSets sets)
    {
        // A compilation that is up to date would not repeat its warnings.
        string native = Path.Combine(Path.GetDirectoryName(Project)!, "obj", "Release", "net10.0", "linux-x64", "native");
        if (Directory.Exists(native))
        {
            Directory.Delete(native, recursive: true);
        }

        string folder = Path.Combine(AppContext.BaseDirectory, "aot" + sets.Bits.ToString(CultureInfo.InvariantCulture));
        string[] arguments = ["publish", Project, "-c", "Release", "-o", folder, $"-p:IlcInstructionSet={sets.Name}"];
        ChildResult publish = ChildProcess.Run("dotnet", arguments);
        return (Path.Combine(folder, Path.GetFileNameWithoutExtension(Project)), publish);
    }
}
