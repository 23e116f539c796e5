using StaticNets.Training.Tests.Checkpoints;

namespace StaticNets.Training.Tests;

/// <summary>The entry of the child processes that tests start. Test runners do not come this way.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        ["--write-forever", string path] => KillTests.WriteForever(path),
        ["--fit-until-killed", string folder] => KillTests.FitUntilKilled(folder),
        ["--fit-until-cancelled", string path] => CancelKeyTests.FitUntilCancelled(path),
        _ => 2,
    };
}
