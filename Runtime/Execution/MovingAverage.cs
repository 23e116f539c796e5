using System;
using System.Runtime.CompilerServices;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>The exponential moving average of the weights: Keras' <c>use_ema</c>.</summary>
internal sealed class MovingAverage
{
    private readonly AlignedBuffer _values;
    private readonly float _momentum;
    private readonly int? _overwriteFrequency;

    public MovingAverage(TrainingOptions options, ReadOnlySpan<float> parameters)
    {
        _momentum = options.EmaMomentum;
        _overwriteFrequency = options.EmaOverwriteFrequency;
        _values = new AlignedBuffer(parameters.Length);
        parameters.CopyTo(_values.Span);
    }

    public Span<float> Values => _values.Span;

    /// <summary>Takes in some weights after an update, and replaces them where it is time to.</summary>
    /// <param name="w">The weights.</param>
    /// <param name="offset">The place of the first one.</param>
    /// <param name="step">The number of the step, from 0. The first one's weights are the average.</param>
    public void Update(Span<float> w, int offset, long step)
    {
        Span<float> average = _values.Span.Slice(offset, w.Length);
        if (step == 0)
        {
            w.CopyTo(average);
        }
        else
        {
            UpdatePass.Run(new Formula(_momentum, 1 - _momentum), average, w, default, default, default);
        }

        if (_overwriteFrequency is int frequency && (step + 1) % frequency == 0)
        {
            average.CopyTo(w);
        }
    }

    // The average takes the place of the weights, and the weights that of the gradients.
    private readonly struct Formula(float momentum, float oneMinusMomentum) : IUpdateFormula
    {
        public int SlotCount => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TVector>(ref TVector average, TVector w, ref TVector slot0, ref TVector slot1, ref TVector slot2)
            where TVector : struct, IFloatVector<TVector> =>
            average = TVector.MultiplyAdd(TVector.Create(momentum), average, TVector.Create(oneMinusMomentum) * w);
    }
}
