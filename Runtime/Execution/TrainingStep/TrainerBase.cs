using System;
using System.Collections.Generic;
using System.ComponentModel;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>
/// The part of a trainer that every net shares: checks, counters, threads and the order of a step's phases. The emitted subclass adds
/// the passes themselves.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TrainerBase : ITrainer
{
    private readonly InferenceEngine _engine;
    private readonly UpdateRule _rule;
    private readonly UpdatePipeline _update;
    private readonly ThreadTeam _team;
    private readonly TrainingPenalties _penalties;
    private readonly ConstraintPass _constraints;
    private readonly InferenceJob _inference;
    private readonly BatchIntake _intake;
    private readonly BatchLoss _loss;
    private readonly float[] _outputLosses;
    private readonly double _workOfSample;
    private readonly TrainingPhase[] _gradientPhases;
    private readonly TrainingPhase[] _updatePhases;
    private bool _hasStatistics;
    private readonly SingleUse _use = SingleUse.Of("trainer");
    private long _iteration;
    private bool _disposed;

    /// <summary>Allocates everything that a step needs and starts the threads.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected TrainerBase(InferenceEngine engine, TrainerOptions? options, TrainingLayout layout, UpdateRule rule)
    {
        options ??= new TrainerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatchSize, 1);
        TrainingOptionsCheck.Check(options);
        TrainingOptionsCheck.CheckPenalties(engine.Info, (float)options.PenaltyScale);
        _engine = engine;
        _ = engine.Parameters; // from here on they are read beside the lock
        _rule = rule;
        Seed = options.Seed;
        _workOfSample = layout.Work;
        TeamSize size = TeamSize.Choose(options.Threads, _workOfSample * options.MaxBatchSize);
        Memory = new TrainingMemory(engine.Info, layout, engine.Store, options, size.Threads);
        _intake = new BatchIntake(Memory, engine.Info, options.MaxBatchSize);
        rule.Allocate(engine.Info.TrainableCount);
        _update = new UpdatePipeline(engine.Info, options, engine.Store, Memory, rule);
        if (options.LearningRate is double learningRate)
        {
            LearningRate = (float)learningRate;
        }

        MaxBatchSize = options.MaxBatchSize;
        _penalties = new TrainingPenalties(engine.Info, Memory, layout, size.Threads);
        _constraints = new ConstraintPass(engine.Info.Tensors);
        _team = new ThreadTeam(size);
        _inference = new InferenceJob(engine);
        _loss = new BatchLoss(engine.Info);
        _outputLosses = new float[engine.Info.Outputs.Count];
        _gradientPhases = [.. GradientPhases(layout.Parts)];
        _updatePhases = [.. UpdatePhases()];
    }

    /// <inheritdoc/>
    public NetInfo Info => _engine.Info;

    /// <inheritdoc/>
    public int MaxBatchSize { get; }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Threads => _team.Count;

    /// <inheritdoc/>
    public Span<float> Gradients => Memory.GradientSpan;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Outputs => Memory.OutputBuffer.Span[..(Memory.Count * _engine.Info.OutputSize)];

    /// <inheritdoc/>
    public ReadOnlySpan<float> OutputLosses => _outputLosses;

    /// <inheritdoc/>
    public float Penalty { get; private set; }

    /// <inheritdoc/>
    public float LearningRate
    {
        get => _update.LearningRate;
        set
        {
            if (_update.Schedule is not null)
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

    /// <inheritdoc/>
    public LearningRateSchedule? LearningRateSchedule => _update.Schedule;

    /// <inheritdoc/>
    public int Seed { get; set; }

    /// <inheritdoc/>
    public long Iteration
    {
        get => _iteration;
        set => _iteration = StepCount.Check(value, StepCount.Most);
    }

    /// <inheritdoc/>
    public long Updates
    {
        get => _update.Updates;
        set => _update.Updates = value;
    }

    /// <inheritdoc/>
    public long Steps
    {
        get => _update.Steps;
        set => _update.Steps = value;
    }

    /// <inheritdoc/>
    public int AccumulatedGradients
    {
        get => _update.Accumulated;
        set => _update.Accumulated = value;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Parameters => _engine.Store.Span;

    /// <inheritdoc/>
    public ReadOnlySpan<float> AverageParameters => _update.Average;

    /// <inheritdoc/>
    public int SlotCount => _rule.SlotCount + _update.OwnSlots;

    /// <summary>The weights, which the net's other trainers share.</summary>
    internal WeightStore Store => _engine.Store;

    /// <summary>What a step reads and writes.</summary>
    protected TrainingMemory Memory { get; }

    /// <inheritdoc/>
    public Span<float> GetSlot(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, SlotCount);
        return slot < _rule.SlotCount ? _rule.GetSlot(slot) : _update.GetSlot(slot - _rule.SlotCount);
    }

    /// <inheritdoc/>
    public void SetParameters(ReadOnlySpan<float> parameters) => _engine.SetParameters(parameters);

    /// <inheritdoc/>
    public float Step(Batch batch)
    {
        float loss = ComputeGradients(batch);
        ApplyGradients();
        return loss;
    }

    /// <inheritdoc/>
    public float ComputeGradients(Batch batch)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _use.Enter();
        try
        {
            _intake.Check(batch);
            _team.Begin(TeamCall.Gradients, _workOfSample * batch.Count);
            return ComputeGradientsOfChecked(batch);
        }
        finally
        {
            _team.End();
            _use.Exit();
        }
    }

    private unsafe float ComputeGradientsOfChecked(Batch batch)
    {
        fixed (float* inputs = batch.Inputs)
        {
            _intake.Take(batch, inputs);
            Memory.DropoutSeed = CounterRandom.Iteration(Seed, Iteration);
            _iteration++;
            Run(_gradientPhases);
        }

        _hasStatistics = true;
        Penalty = _penalties.Value;
        _loss.Reset();
        _loss.Add(Memory.LossArray.AsSpan(0, batch.Count * _engine.Info.LossColumns), batch, 0);
        return _loss.Mean(batch.Count, _outputLosses);
    }

    /// <inheritdoc/>
    public void ApplyGradients() => Apply(rest: false);

    /// <inheritdoc/>
    public void ApplyAccumulatedGradients() => Apply(rest: true);

    private void Apply(bool rest)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _use.Enter();
        try
        {
            // Before anyone waits for the update: a schedule may be the user's own, and ask the net.
            if (_update.Begin(rest))
            {
                Update();
            }
        }
        finally
        {
            _use.Exit();
        }
    }

    private void Update()
    {
        _engine.Store.BeginUpdate();
        _team.BeginAfter(TeamCall.Gradients, TeamCall.Update, _update.Work);
        try
        {
            Run(_updatePhases);
            if (_hasStatistics)
            {
                UpdateStatistics();
                _hasStatistics = false;
            }
        }
        finally
        {
            _team.End();
            _engine.Store.EndUpdate();
        }
    }

    /// <inheritdoc/>
    public float ComputeLoss(Batch batch, Span<float> outputs) => ComputeLossAlone(batch, outputs, default);

    /// <inheritdoc/>
    public float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        Check.OutputLosses(outputLosses.Length, Info);
        return ComputeLossAlone(batch, outputs, outputLosses);
    }

    private float ComputeLossAlone(Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _use.Enter();
        try
        {
            return _inference.ComputeLoss(_team, batch, outputs, outputLosses);
        }
        finally
        {
            _use.Exit();
        }
    }

    /// <summary>Stops the threads.</summary>
    public void Dispose()
    {
        _disposed = true;
        _team.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether <see cref="DeriveWeights"/> has work.</summary>
    protected abstract bool NeedsDerivedWeights { get; }

    /// <summary>Derives what the backward pass reads from the weights, such as transposed kernels: one worker's share.</summary>
    protected abstract void DeriveWeights(int worker, int workers);

    /// <summary>
    /// One part of forward pass, loss and input gradients, of the samples n0 to n1, on one worker. Before each part all workers are
    /// through with the one before.
    /// </summary>
    protected abstract void ForwardBackward(int part, int worker, int n0, int n1);

    /// <summary>The weight gradients, summed over the whole batch: one worker's share of their tiles.</summary>
    protected abstract void WeightGradients(int worker, int workers);

    /// <summary>Takes the statistics of the last batch into the net's moving ones, after an update.</summary>
    protected virtual void UpdateStatistics()
    {
    }

    /// <summary>From a batch to the gradients. The inputs are taken by those who read them first.</summary>
    private IEnumerable<TrainingPhase> GradientPhases(int parts)
    {
        yield return new TrainingPhase(
            (worker, workers) =>
            {
                _penalties.ReadWeights(_engine.Store.Span, worker, workers);
                DeriveWeights(worker, workers);
            },
            isNeeded: () => _penalties.ReadsWeights || NeedsDerivedWeights);
        for (int i = 0; i < parts; i++)
        {
            int part = i;
            yield return new TrainingPhase((worker, workers) => ForwardBackwardShare(part, worker, workers));
        }

        yield return new TrainingPhase((worker, workers) =>
        {
            WeightGradients(worker, workers);
            _penalties.ComputeGradients(worker, workers);
        });
        yield return new TrainingPhase(_penalties.AddGradients, isNeeded: () => _penalties.AddsGradients);
    }

    /// <summary>From the gradients to the weights.</summary>
    private IEnumerable<TrainingPhase> UpdatePhases()
    {
        yield return new TrainingPhase(_update.PrepareShare, isNeeded: () => _update.HasPreparation, end: _update.TakePreparation);
        yield return new TrainingPhase(_update.MeasureShare, isNeeded: () => _update.HasMeasurement, end: _update.TakeMeasurement);
        yield return new TrainingPhase(_update.UpdateShare, end: _update.End);
        yield return new TrainingPhase(
            (worker, workers) => _constraints.Apply(_engine.Store.Span, worker, workers), isNeeded: () => !_constraints.IsEmpty);
    }

    private void Run(TrainingPhase[] phases)
    {
        foreach (TrainingPhase phase in phases)
        {
            phase.Run(_team);
        }
    }

    private void ForwardBackwardShare(int part, int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(Memory.Count, worker, workers);
        if (part == 0)
        {
            _intake.TakeInputs(first, last);
        }

        ForwardBackward(part, worker, first, last);
    }
}
