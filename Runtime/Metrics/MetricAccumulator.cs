using System;

namespace StaticNets.Metrics;

/// <summary>A metric over all the batches since its last reset. Sample weights don't touch it, as in Keras.</summary>
internal abstract class MetricAccumulator(string name)
{
    private double _total;
    private long _count;

    /// <summary>The name in <see cref="History"/> and on the progress line: Keras' name.</summary>
    public string Name { get; } = name;

    /// <summary>The mean so far; 0 where there was nothing yet.</summary>
    public double Result => _count == 0 ? 0 : _total / _count;

    public void Reset()
    {
        _total = 0;
        _count = 0;
    }

    /// <summary>Adds one batch.</summary>
    /// <param name="outputs">What the net answered: <c>Count * OutputSize</c> floats.</param>
    /// <param name="batch">What it should have answered.</param>
    public abstract void Update(ReadOnlySpan<float> outputs, Batch batch);

    protected void Add(double sum, int count)
    {
        _total += sum;
        _count += count;
    }
}
