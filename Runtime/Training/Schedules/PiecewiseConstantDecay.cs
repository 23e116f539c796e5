using System;
using System.Collections.Generic;
using System.Linq;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary>One rate up to and with the first boundary, the next one up to the second, and so on.</summary>
public sealed record PiecewiseConstantDecay : LearningRateSchedule
{
    private readonly long[] _boundaries;
    private readonly double[] _values;

    /// <param name="boundaries">The last step of each rate but the last one, ascending.</param>
    /// <param name="values">The rates: one more than boundaries.</param>
    /// <exception cref="ArgumentException">
    /// The lengths don't fit each other, the boundaries don't ascend, or a value is no learning rate.
    /// </exception>
    public PiecewiseConstantDecay(IEnumerable<long> boundaries, IEnumerable<double> values)
    {
        _boundaries = [.. boundaries];
        _values = [.. values.Select(value => Rate(value, nameof(values)))];
        if (_values.Length != _boundaries.Length + 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"There must be one value more than boundaries; there are {_values.Length} and {_boundaries.Length}."), nameof(values));
        }

        if (_boundaries.Zip(_boundaries.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("The boundaries must ascend.", nameof(boundaries));
        }
    }

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        int place = Array.BinarySearch(_boundaries, step);
        return _values[place < 0 ? ~place : place];
    }
}
