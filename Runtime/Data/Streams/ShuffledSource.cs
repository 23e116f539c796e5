using System;
using StaticNets.Execution;

namespace StaticNets.Data;

/// <summary>Shuffles within a window that moves over a source which can't be read in any order.</summary>
internal sealed class ShuffledSource(IBatchSource source, int window) : IBatchSource, IDerivedSource
{
    public IBatchSource Source => source;

    public int Count => source.Count;

    public int InputSize => source.InputSize;

    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        batchSize = Math.Min(batchSize, Math.Max(1, source.Count));
        return new Reader(source.CreateReader(batchSize), batchSize, Math.Min(window, Math.Max(1, source.Count)), source.InputSize);
    }

    private sealed class Reader(IBatchReader inner, int batchSize, int window, int inputSize) : IBatchReader
    {
        // Keeps it apart from the other random numbers of the same seed.
        private const ulong Stream = 0x5749_4E44_4F57_5331;

        private readonly SampleBuffer _window = new((int)Math.Min((long)window + batchSize, int.MaxValue), inputSize);
        private readonly SampleBuffer _batch = new(batchSize, inputSize);
        private ulong _key;
        private ulong _drawn;
        private bool _shuffle;
        private bool _ended;

        public void Reset(EpochOrder order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order.FirstBatch, nameof(order));
            _shuffle = order.Shuffle;
            _ended = false;
            _window.Clear();
            _key = CounterRandom.Mix(CounterRandom.Iteration(order.Seed, order.Epoch) ^ Stream);
            _drawn = 0;
            inner.Reset(order with { Shuffle = false, FirstBatch = _shuffle ? 0 : order.FirstBatch });
            for (int batch = 0; _shuffle && batch < order.FirstBatch && Read(out _); batch++)
            {
            }
        }

        public bool Read(out Batch batch)
        {
            if (!_shuffle)
            {
                return inner.Read(out batch);
            }

            _batch.Clear();
            while (_batch.Count < batchSize && Fill())
            {
                ulong random = CounterRandom.Mix(unchecked(_key + _drawn++));
                _batch.Take(_window, (int)Math.BigMul(random, (ulong)_window.Count, out _));
            }

            batch = _batch.Count == 0 ? default : _batch.Batch;
            return _batch.Count > 0;
        }

        public void Dispose() => inner.Dispose();

        /// <returns>Whether there is a sample left.</returns>
        private bool Fill()
        {
            while (!_ended && _window.Count < window)
            {
                if (!inner.Read(out Batch next))
                {
                    _ended = true;
                    break;
                }

                _window.Add(next);
            }

            return _window.Count > 0;
        }
    }
}
