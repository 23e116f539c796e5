using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>What the threads of a <see cref="ThreadTeam"/> share: the job of the moment, and how they wait for the next one.</summary>
internal sealed class TeamState
{
    private readonly int _count;
    private readonly ParkingSpot[] _spots;
    private readonly Exception?[] _exceptions;
    private ITeamJob? _job;
    private bool _stopping;
    private PaddedInt _generation;
    private PaddedInt _pending;
    private int _liveThreads;
    private int _lastCaller;

    public TeamState(int count)
    {
        _count = count;
        _exceptions = new Exception?[count];
        _spots = new ParkingSpot[count];
        for (int i = 0; i < count; i++)
        {
            _spots[i] = new ParkingSpot(maySpin: count <= Environment.ProcessorCount);
        }
    }

    /// <summary>How many of the threads have not ended.</summary>
    public int LiveThreads => Volatile.Read(ref _liveThreads);

    public void Start()
    {
        for (int worker = 1; worker < _count; worker++)
        {
            int index = worker;
            Thread thread = new(() => Work(index)) { IsBackground = true, Name = $"StaticNets worker {index}" };
            Interlocked.Increment(ref _liveThreads);

            // Unsafe: the threads must not keep the caller's execution context alive.
            thread.UnsafeStart();
        }
    }

    public void Run(ITeamJob job)
    {
        if (_lastCaller != Environment.CurrentManagedThreadId)
        {
            _lastCaller = Environment.CurrentManagedThreadId;
            _spots[0].Prepare();
        }

        _job = job;
        _pending.Value = _count - 1;
        WakeAll();
        RunShare(0);
        _spots[0].Wait(ref _pending.Value, 0, untilEqual: true);
        _job = null;
        ThrowFirst();
    }

    /// <summary>Ends the threads. No job may be running.</summary>
    public void Stop()
    {
        _stopping = true;
        WakeAll();
    }

    private void WakeAll()
    {
        Interlocked.Increment(ref _generation.Value);
        for (int worker = 1; worker < _count; worker++)
        {
            _spots[worker].Wake();
        }
    }

    private void Work(int worker)
    {
        _spots[worker].Prepare();
        for (int generation = 0; ; generation++)
        {
            _spots[worker].Wait(ref _generation.Value, generation, untilEqual: false);
            if (_stopping)
            {
                Interlocked.Decrement(ref _liveThreads);
                return;
            }

            RunShare(worker);
            if (Interlocked.Decrement(ref _pending.Value) == 0)
            {
                _spots[0].Wake();
            }
        }
    }

    // Not inlined, so that no frame of a waiting thread holds the job.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunShare(int worker)
    {
        try
        {
            _job!.Run(worker, _count);
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

    /// <summary>A counter with a cache line of its own, since some threads spin on it while others write beside it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct PaddedInt
    {
        [FieldOffset(64)]
        public int Value;
    }
}
