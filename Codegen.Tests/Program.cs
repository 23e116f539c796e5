using StaticNets.Codegen.Tests.Nets;

namespace StaticNets.Codegen.Tests;

/// <summary>The entry of the child processes. Test runners do not come this way.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => Exercise.Run(arguments);
}
