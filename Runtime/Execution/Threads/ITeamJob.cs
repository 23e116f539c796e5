namespace StaticNets.Execution;

/// <summary>Work that a <see cref="ThreadTeam"/> does together.</summary>
internal interface ITeamJob
{
    /// <summary>Does one worker's share. Worker 0 is the caller's thread.</summary>
    void Run(int worker, int workers);
}
