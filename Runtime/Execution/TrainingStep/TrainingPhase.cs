using System;

namespace StaticNets.Execution;

/// <summary>What the team does between two barriers of a step.</summary>
/// <param name="share">One worker's share: the worker's number, and how many there are.</param>
/// <param name="isNeeded">Whether there is work this time; null where there always is.</param>
/// <param name="end">What one thread does when all are through.</param>
internal sealed class TrainingPhase(Action<int, int> share, Func<bool>? isNeeded = null, Action? end = null) : ITeamJob
{
    public void Run(ThreadTeam team)
    {
        if (isNeeded is null || isNeeded())
        {
            team.Run(this);
            end?.Invoke();
        }
    }

    void ITeamJob.Run(int worker, int workers) => share(worker, workers);
}
