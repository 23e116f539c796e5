using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>
/// What the threads of a <see cref="ThreadTeam"/> share: the job of the moment, and how they wait for the next one. Each share of a job is
/// offered to the thread that it is for. The caller takes what is left when it is through with its own, so that it never waits for a
/// thread that sleeps or whose processor another one has.
/// </summary>
internal sealed class TeamState
{
    private const int Stopping = int.MinValue;

    private readonly Seat[] _seats;
    private readonly Exception?[] _exceptions;
    private ITeamJob? _job;
    private int _workers;
    private int _run;
    private PaddedInt _pending;
    private int _liveThreads;
    private int _lastCaller;

    public TeamState(int count)
    {
        _exceptions = new Exception?[count];
        _seats = new Seat[count];
        for (int i = 0; i < count; i++)
        {
            _seats[i] = new Seat(maySpin: count <= Environment.ProcessorCount);
        }
    }

    /// <summary>How many of the threads have not ended.</summary>
    public int LiveThreads => Volatile.Read(ref _liveThreads);

    public void Start()
    {
        for (int worker = 1; worker < _seats.Length; worker++)
        {
            int index = worker;
            Thread thread = new(() => Work(index)) { IsBackground = true, Name = $"StaticNets worker {index}" };

            // Unsafe: the threads must not keep the caller's execution context alive.
            thread.UnsafeStart();
            Interlocked.Increment(ref _liveThreads);
        }
    }

    /// <summary>Runs all shares of a job.</summary>
    public void Run(ITeamJob job, int workers)
    {
        if (_lastCaller != Environment.CurrentManagedThreadId)
        {
            _seats[0].Spot.Prepare();
            _lastCaller = Environment.CurrentManagedThreadId;
        }

        _job = job;
        _workers = workers;
        _pending.Value = workers - 1;
        _run = _run == int.MaxValue ? 1 : _run + 1;
        for (int worker = 1; worker < workers; worker++)
        {
            _seats[worker].Make(_run);
        }

        RunShare(0);
        for (int worker = workers - 1; worker > 0; worker--)
        {
            if (_seats[worker].Take(_run))
            {
                RunShare(worker);
                Interlocked.Decrement(ref _pending.Value);
            }
        }

        _seats[0].Spot.Wait(ref _pending.Value, 0, untilEqual: true);
        _job = null;
        ThrowFirst();
    }

    /// <summary>Ends the threads. No job may be running.</summary>
    public void Stop()
    {
        for (int worker = 1; worker < _seats.Length; worker++)
        {
            _seats[worker].Make(Stopping);
        }
    }

    private void Work(int worker)
    {
        Seat seat = _seats[worker];
        seat.Spot.Prepare();
        int seen = 0;
        while (true)
        {
            int offer = seat.Await(seen);
            if (offer == Stopping)
            {
                Interlocked.Decrement(ref _liveThreads);
                return;
            }

            if (seat.Take(offer))
            {
                RunShare(worker);
                if (Interlocked.Decrement(ref _pending.Value) == 0)
                {
                    _seats[0].Spot.Wake();
                }

                seen = -offer;
            }
            else
            {
                seen = offer;
            }
        }
    }

    // Not inlined, so that no frame of a waiting thread holds the job.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunShare(int worker)
    {
        try
        {
            _job!.Run(worker, _workers);
        }
        catch (Exception exception)
        {
            _exceptions[worker] = exception;
        }
    }

    private void ThrowFirst()
    {
        foreach (Exception? exception in _exceptions)
        {
            if (exception is not null)
            {
                Array.Clear(_exceptions);
                ExceptionDispatchInfo.Throw(exception);
            }
        }
    }

    /// <summary>A worker's place: the share that is offered to it, and where it waits for one.</summary>
    private sealed class Seat(bool maySpin)
    {
        // The number of the run whose share is offered; negative where it is taken. So no thread can take that of another run.
        private PaddedInt _offer;

        public ParkingSpot Spot { get; } = new(maySpin);

        public void Make(int offer)
        {
            Interlocked.Exchange(ref _offer.Value, offer);
            Spot.Wake();
        }

        /// <summary>Waits for another offer than the one that was seen.</summary>
        public int Await(int seen)
        {
            Spot.Wait(ref _offer.Value, seen, untilEqual: false);
            return Volatile.Read(ref _offer.Value);
        }

        public bool Take(int offer) =>
            offer > 0 && Volatile.Read(ref _offer.Value) == offer && Interlocked.CompareExchange(ref _offer.Value, -offer, offer) == offer;
    }

    /// <summary>A counter with a cache line of its own, since some threads spin on it while others write beside it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct PaddedInt
    {
        [FieldOffset(64)]
        public int Value;
    }
}
