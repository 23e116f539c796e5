using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>
/// From gradients to weights, in Keras' order: average the accumulated gradients, clip them, update the weights
/// (with the proximal step of an L1 penalty), then their moving average.
/// </summary>
internal sealed class UpdatePipeline
{
    private const double WorkOfWeight = 10;

    private readonly WeightStore _weights;
    private readonly TrainingMemory _memory;
    private readonly UpdateRule _rule;
    private readonly TrainableSegments _segments;
    private readonly GradientBlocks _blocks;
    private readonly GradientClipping _clipping;
    private readonly TensorRatios? _ratios;
    private readonly MovingAverage? _average;
    private readonly ConstraintPass _constraints;
    private readonly AlignedBuffer? _sums;
    private readonly int _accumulationSteps;
    private readonly int _trainableCount;
    private int _accumulated;
    private long _updates;
    private long _steps;
    private bool _isRest;
    private bool _isUpdate;

    public UpdatePipeline(NetInfo info, TrainingOptions options, WeightStore weights, TrainingMemory memory, UpdateRule rule)
    {
        _weights = weights;
        _memory = memory;
        _rule = rule;
        Schedule = options.LearningRateSchedule;
        _trainableCount = info.TrainableCount;
        _segments = new TrainableSegments(info.Tensors);
        _blocks = new GradientBlocks(info.Tensors);
        _clipping = new GradientClipping(_blocks, info.Tensors.Count, options);
        _ratios = rule is TensorUpdateRule ofTensors ? new TensorRatios(ofTensors, _blocks, info.Tensors.Count) : null;
        _average = options.UseEma ? new MovingAverage(options, _segments, _trainableCount, weights.Span) : null;
        _constraints = new ConstraintPass(info.Tensors);
        _accumulationSteps = options.GradientAccumulationSteps;
        _sums = _accumulationSteps > 1 ? new AlignedBuffer(_trainableCount) : null;
    }

    /// <summary>How often the weights were updated.</summary>
    public long Updates
    {
        get => _updates;
        set
        {
            _updates = StepCount.Check(value, StepCount.Most / _accumulationSteps);
            _steps = (value * _accumulationSteps) + _accumulated;
        }
    }

    /// <summary>How often gradients were given: what schedules count.</summary>
    public long Steps
    {
        get => _steps;
        set => _steps = StepCount.Check(value, StepCount.Most);
    }

    public int Accumulated
    {
        get => _accumulated;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, _accumulationSteps);
            _steps += value - _accumulated;
            _accumulated = value;
        }
    }

    public LearningRateSchedule? Schedule { get; }

    public float LearningRate
    {
        get => Schedule is null ? _rule.LearningRate : Rate(Schedule, Steps);
        set
        {
            if (Schedule is not null)
            {
                throw new InvalidOperationException("The trainer has a LearningRateSchedule, so its learning rate can't be set.");
            }

            if (!float.IsFinite(value) || value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "LearningRate must be finite and not negative.");
            }

            _rule.LearningRate = value;
        }
    }

    /// <summary>From the gradients to the weights, after <see cref="Begin"/>.</summary>
    public IEnumerable<TrainingPhase> Phases =>
    [
        new(PrepareShare, isNeeded: () => HasPreparation, end: TakePreparation),
        new(MeasureShare, isNeeded: () => HasMeasurement, end: TakeMeasurement),
        new(UpdateShare, end: End),
        new((worker, workers) => _constraints.Apply(_weights.Span, worker, workers), isNeeded: () => !_constraints.IsEmpty),
    ];

    /// <summary>The work of an update in multiply-adds: most of it is reading and writing.</summary>
    public double Work => WorkOfWeight * _trainableCount;

    /// <summary>Whether <see cref="PrepareShare"/> has work, after <see cref="Begin"/>.</summary>
    public bool HasPreparation => _sums is not null || (_clipping.NeedsNorms && _isUpdate);

    /// <summary>Whether <see cref="MeasureShare"/> has work, after <see cref="Begin"/>.</summary>
    public bool HasMeasurement => _ratios is not null && _isUpdate;

    public ReadOnlySpan<float> Average => _average is null ? default : _average.Parameters(_weights.Span);

    public int OwnSlots => (_average is null ? 0 : 1) + (_sums is null ? 0 : 1);

    /// <summary>The moving average, then the accumulated gradients.</summary>
    public Span<float> GetSlot(int slot) => slot == 0 && _average is not null ? _average.Values : _sums!.Span;

    /// <summary>Begins a step, on one thread and before any weight is written. Only here the user's code runs: the schedule.</summary>
    /// <param name="rest">Whether the step has no gradients of its own but applies those that wait.</param>
    /// <returns>Whether there is anything to do.</returns>
    public bool Begin(bool rest)
    {
        if (rest && _accumulated == 0)
        {
            return false;
        }

        _isRest = rest;
        _isUpdate = rest || _accumulated == _accumulationSteps - 1;
        if (_isUpdate)
        {
            // Before the counter goes on: the first step's number is 0. Gradients that wait get the rate of the last one's step.
            _rule.LearningRate = Schedule is null ? _rule.LearningRate : Rate(Schedule, rest ? Steps - 1 : Steps);
            _rule.Begin(Updates + 1);
        }

        return true;
    }

    /// <summary>Accumulates, and measures what is to be clipped by its norm: one worker's share.</summary>
    public void PrepareShare(int worker, int workers)
    {
        (int first, int last) = _blocks.Share(worker, workers);
        for (int block = first; block < last; block++)
        {
            Span<float> g = Of(_memory.GradientSpan, block);
            if (_sums is not null)
            {
                Accumulate(_sums.Span.Slice(_blocks[block].Slot, g.Length), g);
            }

            if (_clipping.NeedsNorms && _isUpdate)
            {
                _clipping.Measure(block, g);
            }
        }
    }

    /// <summary>Between the preparation and what follows, on one thread.</summary>
    public void TakePreparation()
    {
        if (_clipping.NeedsNorms && _isUpdate)
        {
            _clipping.ComputeScales();
        }
    }

    /// <summary>Clips, and measures what decides how far a tensor's step goes: one worker's share.</summary>
    public void MeasureShare(int worker, int workers)
    {
        (int first, int last) = _blocks.Share(worker, workers);
        for (int block = first; block < last; block++)
        {
            Span<float> g = Of(_memory.GradientSpan, block);
            if (_clipping.IsOn)
            {
                _clipping.Apply(block, g);
            }

            _ratios!.Measure(block, Of(_weights.Span, block), g);
        }
    }

    /// <summary>Between the measurement and the update, on one thread.</summary>
    public void TakeMeasurement() => _ratios!.Compute();

    /// <summary>Clips, updates and averages: one worker's share.</summary>
    public void UpdateShare(int worker, int workers)
    {
        if (!_clipping.IsOn && _average is null && _ratios is null)
        {
            UpdateSegments(worker, workers);
            return;
        }

        (int first, int last) = _blocks.Share(worker, workers);
        for (int block = first; block < last; block++)
        {
            Span<float> w = Of(_weights.Span, block);
            if (HasMeasurement)
            {
                _ratios!.Move(block, w);
            }
            else if (_isUpdate)
            {
                Span<float> g = Of(_memory.GradientSpan, block);
                if (_clipping.IsOn)
                {
                    _clipping.Apply(block, g);
                }

                _rule.Update(w, g, _blocks[block].Slot, _blocks[block].ProximalL1 * _memory.PenaltyScale);
            }

            _average?.Update(w, _blocks[block].Slot, Updates);
        }
    }

    /// <summary>After the update, on one thread.</summary>
    public void End()
    {
        _updates += _isUpdate ? 1 : 0;
        _steps += _isRest ? 0 : 1;
        _accumulated = _isUpdate ? 0 : _accumulated + 1;
    }

    /// <summary>Nothing but the update, in one pass.</summary>
    private void UpdateSegments(int worker, int workers)
    {
        if (!_isUpdate)
        {
            return;
        }

        (int first, int last) = _segments.Share(worker, workers);
        for (int i = 0; i < _segments.Count; i++)
        {
            TrainableSegments.Segment segment = _segments[i];
            int slot = Math.Max(first, segment.Slot);
            int length = Math.Min(last, segment.Slot + segment.Length) - slot;
            if (length > 0)
            {
                int offset = segment.Offset + slot - segment.Slot;
                Span<float> weights = _weights.Span.Slice(offset, length);
                Span<float> gradients = _memory.GradientSpan.Slice(offset, length);
                _rule.Update(weights, gradients, slot, segment.ProximalL1 * _memory.PenaltyScale);
            }
        }
    }

    private void Accumulate(Span<float> sums, Span<float> g)
    {
        if (!_isUpdate)
        {
            TensorPrimitives.Add(sums, g, sums);
            return;
        }

        if (_isRest)
        {
            TensorPrimitives.Divide(sums, _accumulated, g);
        }
        else
        {
            TensorPrimitives.Add(g, sums, g);
            TensorPrimitives.Divide(g, _accumulationSteps, g);
        }

        sums.Clear();
    }

    private static float Rate(LearningRateSchedule schedule, long step)
    {
        double rate = schedule.GetLearningRate(step);
        return float.IsFinite((float)rate) && rate >= 0
            ? (float)rate
            : throw new InvalidOperationException(
                FormattableString.Invariant($"{schedule.GetType().Name} gives the learning rate {rate} at step {step}; ")
                    + "it must be finite and not negative.");
    }

    private Span<float> Of(Span<float> values, int block) => values.Slice(_blocks[block].Offset, _blocks[block].Length);
}
