namespace StaticNets.Execution;

/// <summary>A worker's share of things that stand in a row.</summary>
internal static class WorkShare
{
    /// <summary>
    /// From the first to below the last one. Where they can't be divided evenly the caller, worker 0, has the most: it waits for the
    /// others.
    /// </summary>
    public static (int First, int Last) Of(int count, int worker, int workers) =>
        (Start(count, worker, workers), Start(count, worker + 1, workers));

    private static int Start(int count, int worker, int workers) => count - (int)((long)count * (workers - worker) / workers);
}
