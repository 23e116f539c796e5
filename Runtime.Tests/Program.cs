using StaticNets.Tests.Checks;

namespace StaticNets.Tests;

/// <summary>The entry of the child processes that run the checks in one vector width. Test runners do not come this way.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => FlavourProcess.Run(arguments);
}
