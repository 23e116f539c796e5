using System;

namespace StaticNets.Execution;

/// <summary>Threads that work together on one job after another, the caller's thread among them.</summary>
internal sealed class ThreadTeam(int count) : IDisposable
{
    public int Count { get; } = count;

    public void Run(ITeamJob job)
    {
        for (int worker = 0; worker < Count; worker++)
        {
            job.Run(worker, Count);
        }
    }

    public void Dispose()
    {
    }
}
