using System;

namespace StaticNets.Execution;

/// <summary>What the platform that the process runs on can do.</summary>
internal static class Platform
{
    /// <summary>Whether threads can be started. WebAssembly has one thread.</summary>
    public static bool HasThreads { get; } = !OperatingSystem.IsBrowser() && !OperatingSystem.IsWasi();

    /// <summary>Whether keys like Ctrl+C reach the process as signals.</summary>
    public static bool HasSignals { get; } = HasThreads;
}
