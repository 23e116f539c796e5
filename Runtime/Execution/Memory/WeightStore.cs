using System;
using System.Collections.Generic;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>Sets the parameters that a net begins with.</summary>
internal delegate void WeightInitialization(Span<float> parameters);

/// <summary>Fills prepared weights from parameters.</summary>
internal delegate void WeightPreparation(ref float parameters, ref float weights);

/// <summary>The weights as the forward pass reads them, at one moment.</summary>
internal sealed class WeightSnapshot(int length)
{
    private readonly AlignedBuffer _buffer = new(length);

    public ref float Reference => ref _buffer.Reference;

    /// <summary>How many predictions read it now; guarded by the store's lock.</summary>
    public int Readers { get; set; }
}

/// <summary>
/// A net's parameters and the snapshot that predictions read instead of them. Whoever may change the parameters marks the snapshot stale;
/// the next prediction rebuilds it once, or reads the old one while an update is under way.
/// </summary>
internal sealed class WeightStore(int parameterCount, int preparedCount, WeightPreparation prepare)
{
    private readonly object _gate = new();
    private readonly AlignedBuffer _parameters = new(parameterCount);
    private readonly Stack<WeightSnapshot> _free = new();
    private WeightInitialization? _initialization;
    private WeightSnapshot? _current;
    private bool _stale = true;
    private bool _updating;

    public Span<float> Parameters
    {
        get
        {
            lock (_gate)
            {
                Initialize();
                _stale = true;
            }

            return _parameters.Span;
        }
    }

    /// <summary>
    /// The parameters for those who only read, or write between <see cref="BeginUpdate"/> and <see cref="EndUpdate"/>. They read
    /// <see cref="Parameters"/> once before.
    /// </summary>
    public ref float Reference => ref _parameters.Reference;

    public Span<float> Span => _parameters.Span;

    /// <summary>Initializes the parameters when they are needed: not at all where they are replaced before.</summary>
    public void InitializeLater(WeightInitialization initialization)
    {
        lock (_gate)
        {
            _initialization = initialization;
            _stale = true;
        }
    }

    public void Set(ReadOnlySpan<float> parameters)
    {
        lock (_gate)
        {
            WaitForUpdate();
            parameters.CopyTo(_parameters.Span);
            _initialization = null;
            _stale = true;
        }
    }

    public void BeginUpdate()
    {
        lock (_gate)
        {
            WaitForUpdate();
            _updating = true;
        }
    }

    /// <summary>Ends an update, even for a thread that was interrupted: all others wait for it.</summary>
    public void EndUpdate()
    {
        Gate.Enter(_gate);
        try
        {
            _updating = false;
            _stale = true;
            Monitor.PulseAll(_gate);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public WeightSnapshot Rent()
    {
        lock (_gate)
        {
            if (_current is null)
            {
                WaitForUpdate();
            }

            // Another thread may have built the first snapshot during the wait.
            if (_current is null || (_stale && !_updating))
            {
                Rebuild();
            }

            _current!.Readers++;
            return _current;
        }
    }

    public void Return(WeightSnapshot snapshot)
    {
        Gate.Enter(_gate);
        try
        {
            if (--snapshot.Readers == 0 && snapshot != _current)
            {
                _free.Push(snapshot);
            }
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Rebuild()
    {
        Initialize();
        WeightSnapshot? old = _current;
        WeightSnapshot next = old is { Readers: 0 } ? old
            : _free.TryPop(out WeightSnapshot? free) ? free
            : new WeightSnapshot(preparedCount);
        prepare(ref _parameters.Reference, ref next.Reference);
        _current = next;
        _stale = false;
    }

    private void Initialize()
    {
        _initialization?.Invoke(_parameters.Span);
        _initialization = null;
    }

    private void WaitForUpdate()
    {
        while (_updating)
        {
            Monitor.Wait(_gate);
        }
    }
}
