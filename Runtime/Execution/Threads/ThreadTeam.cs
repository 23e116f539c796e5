using System;
using System.Diagnostics;
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
    private readonly TeamSize _size;
    private readonly SharingBudget _budget = new();
    private int _phase;
    private bool _hasGoneOn = true;
    private bool _isMeasured;
    private TeamCall _call;
    private double _work;
    private double _time;
    private long _begin;

    /// <summary>A team all of which takes part in every call.</summary>
    public ThreadTeam(int count)
        : this(new TeamSize(count, 0))
    {
    }

    public ThreadTeam(TeamSize size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Threads, 1, "count");
        _size = size;
        Workers = size.Threads;
        if (size.Threads == 1)
        {
            GC.SuppressFinalize(this);
            return;
        }

        _state = new TeamState(size.Threads);
        _state.Start();
    }

    ~ThreadTeam() => _state?.Stop();

    /// <summary>The number of threads, the caller's included.</summary>
    public int Count => _size.Threads;

    /// <summary>Into how many shares jobs are divided: since the last <see cref="Begin"/> what that call deserves.</summary>
    public int Workers { get; private set; }

    internal TeamState? State => _state;

    /// <summary>Decides how many threads take part in a call, which may run several jobs. <see cref="End"/> follows.</summary>
    /// <param name="call">What it is.</param>
    /// <param name="work">Its multiply-adds.</param>
    /// <param name="most">Into how many shares it can be divided.</param>
    public void Begin(TeamCall call, double work, int most = int.MaxValue)
    {
        Learn();
        _hasGoneOn = false;
        Workers = Math.Min(_size.Of(work), most);
        _call = call;
        _work = work;
        _isMeasured = Workers > 1 && !_size.IsForced;
        if (_isMeasured)
        {
            Workers = _budget.Share(call) ? Workers : 1;
            _begin = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>
    /// Goes on with the last call, if it was of the kind that comes before and has not gone on yet: with the same threads, whose caches
    /// hold what it left. Else begins a call. <see cref="End"/> follows.
    /// </summary>
    public void BeginAfter(TeamCall before, TeamCall call, double work)
    {
        if (_hasGoneOn || _call != before)
        {
            Begin(call, work);
        }
        else if (_isMeasured)
        {
            _begin = Stopwatch.GetTimestamp();
        }

        _hasGoneOn = true;
    }

    /// <summary>
    /// Goes on with a call that needs the same workers as before, whatever came between. <see cref="End"/> follows. What a call in between
    /// makes of the time is not learned.
    /// </summary>
    /// <param name="call">What it was.</param>
    /// <param name="workers">Into how many shares its jobs were divided.</param>
    public void GoOn(TeamCall call, int workers)
    {
        if (_hasGoneOn || _call != call)
        {
            Learn();
            Workers = workers;
            _call = call;
            _isMeasured = false;
            _hasGoneOn = false;
        }
        else if (_isMeasured)
        {
            _begin = Stopwatch.GetTimestamp();
        }
    }

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
            if (Workers == 1)
            {
                job.Run(0, 1);
            }
            else
            {
                _state.Run(job, Workers);
            }
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

    /// <summary>Ends the call, unless it goes on later. Does nothing where none was begun.</summary>
    public void End()
    {
        if (_begin != 0)
        {
            _time += Stopwatch.GetElapsedTime(_begin).TotalMicroseconds;
            _begin = 0;
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

    private void Learn()
    {
        if (_time > 0 && Workers > 1)
        {
            _budget.AddShared(_call, _work, _time);
        }
        else if (_time > 0)
        {
            _budget.AddAlone(_call, _work, _time);
        }

        _time = 0;
    }
}
