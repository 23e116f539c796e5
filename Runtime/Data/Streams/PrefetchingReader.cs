using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using StaticNets.Execution;

namespace StaticNets.Data;

/// <summary>
/// A ring of buffers between a thread that reads and the caller. The caller's batch keeps its buffer until the next call; the thread fills
/// the others and
/// then waits. An exception of the source comes out of the read that would have had its batch.
/// </summary>
internal sealed class PrefetchingReader : IBatchReader
{
    private readonly object _gate = new();
    private readonly IBatchReader _inner;
    private readonly SampleBuffer[] _buffers;
    private Thread? _thread;
    private EpochOrder _order;
    private Exception? _exception;
    private int _epoch; // counts resets, so that what was read before one is dropped
    private int _first;
    private int _filled;
    private bool _holding;
    private bool _ended;
    private bool _disposed;

    public PrefetchingReader(IBatchReader inner, int batches, int batchSize, int inputSize)
    {
        _inner = inner;
        _buffers = new SampleBuffer[batches + 1];
        for (int i = 0; i < _buffers.Length; i++)
        {
            _buffers[i] = new SampleBuffer(batchSize, inputSize);
        }
    }

    public void Reset(EpochOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order.FirstBatch, nameof(order));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _order = order;
            _epoch++;
            _first = 0;
            _filled = 0;
            _holding = false;
            _ended = false;
            _exception = null;
            Monitor.PulseAll(_gate);
            Start();
        }
    }

    public bool Read(out Batch batch)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Start();
            if (_holding)
            {
                _holding = false;
                _first = (_first + 1) % _buffers.Length;
                _filled--;
                Monitor.PulseAll(_gate);
            }

            while (_filled == 0 && !_ended)
            {
                Monitor.Wait(_gate);
            }

            if (_filled == 0)
            {
                batch = default;
                if (_exception is not null)
                {
                    ExceptionDispatchInfo.Throw(_exception);
                }

                return false;
            }

            _holding = true;
            batch = _buffers[_first].Batch;
            return true;
        }
    }

    public void Dispose()
    {
        Gate.Enter(_gate);
        try
        {
            _disposed = true;
            Monitor.PulseAll(_gate);
        }
        finally
        {
            Monitor.Exit(_gate);
        }

        if (_thread is not null)
        {
            Gate.Join(_thread);
        }

        _inner.Dispose();
    }

    private void Start()
    {
        if (_thread is null)
        {
            // Kept when it runs: one that could not be started can't be waited for.
            Thread thread = new(Work) { IsBackground = true, Name = "StaticNets prefetch" };
            thread.UnsafeStart();
            _thread = thread;
        }
    }

    private void Work()
    {
        int epoch = 0;
        while (Next(ref epoch, out EpochOrder? order, out int buffer))
        {
            bool read = false;
            Exception? exception = null;
            try
            {
                if (order is not null)
                {
                    _inner.Reset(order.Value);
                }

                read = _inner.Read(out Batch batch);
                if (read)
                {
                    _buffers[buffer].Clear();
                    _buffers[buffer].Add(batch);
                }
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }

            lock (_gate)
            {
                if (epoch == _epoch)
                {
                    _filled += read && exception is null ? 1 : 0;
                    _ended = !read || exception is not null;
                    _exception = exception;
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    /// <summary>Waits for work: a buffer that is free, with the order of the epoch where another one begins.</summary>
    /// <returns>False when it is over.</returns>
    private bool Next(ref int epoch, out EpochOrder? order, out int buffer)
    {
        lock (_gate)
        {
            while (!_disposed && epoch == _epoch && (_ended || _filled == _buffers.Length))
            {
                Monitor.Wait(_gate);
            }

            order = epoch == _epoch ? null : _order;
            epoch = _epoch;
            buffer = (_first + _filled) % _buffers.Length;
            return !_disposed;
        }
    }
}
