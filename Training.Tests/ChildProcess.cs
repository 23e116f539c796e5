using System;
using System.Diagnostics;
using System.Globalization;

namespace StaticNets.Training.Tests;

/// <summary>This test assembly as a process of its own.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        string host = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet";
        return Process.Start(
            new ProcessStartInfo(host, [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
    }

    /// <summary>Sends what Ctrl+C sends.</summary>
    public static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
