using System;
using System.Runtime.CompilerServices;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>The exponential moving average of the trained weights: Keras' <c>use_ema</c>.</summary>
internal sealed class MovingAverage
{
    private readonly TrainableSegments _segments;
    private readonly AlignedBuffer _values;
    private readonly float _momentum;
    private readonly int? _overwriteFrequency;
    private float[]? _parameters;

    public MovingAverage(TrainingOptions options, TrainableSegments segments, int trainableCount, ReadOnlySpan<float> parameters)
    {
        _segments = segments;
        _momentum = (float)options.EmaMomentum;
        _overwriteFrequency = options.EmaOverwriteFrequency;
        _values = new AlignedBuffer(trainableCount);
        for (int i = 0; i < segments.Count; i++)
        {
            TrainableSegments.Segment segment = segments[i];
            parameters.Slice(segment.Offset, segment.Length).CopyTo(_values.Span[segment.Slot..]);
        }
    }

    public Span<float> Values => _values.Span;

    /// <summary>All parameters, with the average in place of those that are trained.</summary>
    public ReadOnlySpan<float> Parameters(ReadOnlySpan<float> parameters)
    {
        if (_values.Length == parameters.Length)
        {
            return _values.Span;
        }

        _parameters ??= new float[parameters.Length];
        parameters.CopyTo(_parameters);
        for (int i = 0; i < _segments.Count; i++)
        {
            TrainableSegments.Segment segment = _segments[i];
            _values.Span.Slice(segment.Slot, segment.Length).CopyTo(_parameters.AsSpan(segment.Offset));
        }

        return _parameters;
    }

    /// <summary>
    /// Takes in some weights after a step, and replaces them where it is time to. As in Keras, steps that only accumulate gradients are
    /// averaged, too, but what is counted are updates.
    /// </summary>
    /// <param name="w">The weights.</param>
    /// <param name="slot">The place of the first one in each slot.</param>
    /// <param name="updates">How many updates there were before this step. The first one's weights are the average.</param>
    public void Update(Span<float> w, int slot, long updates)
    {
        Span<float> average = _values.Span.Slice(slot, w.Length);
        if (updates == 0)
        {
            w.CopyTo(average);
        }
        else
        {
            UpdatePass.Run(new Formula(_momentum, 1 - _momentum), average, w, default, default, default);
        }

        if (_overwriteFrequency is int frequency && (updates + 1) % frequency == 0)
        {
            average.CopyTo(w);
        }
    }

    // The average takes the place of the weights, and the weights that of the gradients. It too must not end among the subnormal numbers.
    private readonly struct Formula(float momentum, float oneMinusMomentum) : IUpdateFormula
    {
        public int SlotCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector average, TVector w, ref TVector slot0, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            average = TVector.ZeroBelow(
                TVector.MultiplyAdd(TVector.Create(momentum), average, TVector.Create(oneMinusMomentum) * w),
                TVector.Create(UpdatePass.Smallest));
    }
}
