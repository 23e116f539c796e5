using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StaticNets.Benchmarks.Peers;

/// <summary>Stops a process and lets it go on: all of its threads, whatever they do. Without effect on Windows.</summary>
internal static class StopSignal
{
    private static readonly bool s_isLinux = OperatingSystem.IsLinux();

    public static void Stop(Process process) => Send(process, s_isLinux ? 19 : 17);

    public static void Continue(Process process) => Send(process, s_isLinux ? 18 : 19);

    private static void Send(Process process, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = kill(process.Id, signal);
        }
    }

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
