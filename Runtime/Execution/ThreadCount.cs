using System;

namespace StaticNets.Execution;

/// <summary>How many threads a piece of work deserves.</summary>
internal static class ThreadCount
{
    /// <summary>Below this many multiply-adds a thread, waking it costs more than it brings.</summary>
    private const long MultiplyAddsPerThread = 1_000_000;

    public static int Choose(int wished, long multiplyAdds) =>
        wished > 0 ? wished : (int)Math.Clamp(multiplyAdds / MultiplyAddsPerThread, 1, Environment.ProcessorCount);
}
