using System;

namespace StaticNets.Metrics;

/// <summary>A metric over all the batches since its last reset. Sample weights don't touch it, as in Keras.</summary>
internal abstract class MetricAccumulator(string name, int stateLength = 2)
{
    private readonly double[] _state = new double[stateLength];

    /// <summary>The name in <see cref="History"/> and on the progress line: Keras' name.</summary>
    public string Name { get; } = name;

    /// <summary>All that it remembers of the batches. A metric that is a mean keeps a sum and a count.</summary>
    public Span<double> State => _state;

    /// <summary>The value so far; 0 where there was nothing yet.</summary>
    public virtual double Result => _state[1] == 0 ? 0 : _state[0] / _state[1];

    public void Reset() => Array.Clear(_state);

    /// <summary>Adds one batch.</summary>
    /// <param name="outputs">What the net answered: <c>Count * OutputSize</c> floats.</param>
    /// <param name="batch">What it should have answered.</param>
    public abstract void Update(ReadOnlySpan<float> outputs, Batch batch);

    protected void Add(double sum, int count)
    {
        _state[0] += sum;
        _state[1] += count;
    }
}
