using System;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>Threads that work together on one job after another, the caller's thread among them.</summary>
/// <remarks>
/// The threads know only the <see cref="TeamState"/>, so a team that was forgotten is finalized, and that stops them.
/// </remarks>
internal sealed class ThreadTeam : IDisposable
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int DisposedWhileRunning = 2;
    private const int Disposed = 3;

    private readonly TeamState? _state;
    private int _phase;

    public ThreadTeam(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        if (count == 1)
        {
            GC.SuppressFinalize(this);
            return;
        }

        _state = new TeamState(count);
        _state.Start();
    }

    ~ThreadTeam() => _state?.Stop();

    /// <summary>The number of workers, the caller included.</summary>
    public int Count { get; }

    internal TeamState? State => _state;

    /// <summary>Runs each worker's share and returns when all are done. Allocates nothing.</summary>
    /// <exception cref="ObjectDisposedException">The team has threads and was disposed.</exception>
    /// <exception cref="InvalidOperationException">The team is running a job already.</exception>
    public void Run(ITeamJob job)
    {
        if (_state is null)
        {
            job.Run(0, 1);
            return;
        }

        int before = Interlocked.CompareExchange(ref _phase, Running, Idle);
        ObjectDisposedException.ThrowIf(before >= DisposedWhileRunning, this);
        if (before == Running)
        {
            throw new InvalidOperationException("The team is running a job already: a trainer or predictor serves one thread at a time.");
        }

        try
        {
            _state.Run(job);
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _phase, Idle, Running) == DisposedWhileRunning)
            {
                _phase = Disposed;
                _state.Stop();
            }

            GC.KeepAlive(this);
        }
    }

    /// <summary>Stops the threads, after the job that they may be running.</summary>
    public void Dispose()
    {
        int phase = Volatile.Read(ref _phase);
        while (_state is not null && phase < DisposedWhileRunning)
        {
            int next = phase == Running ? DisposedWhileRunning : Disposed;
            int before = Interlocked.CompareExchange(ref _phase, next, phase);
            if (before == phase && next == Disposed)
            {
                _state.Stop();
            }

            phase = before == phase ? next : before;
        }

        GC.SuppressFinalize(this);
    }
}
