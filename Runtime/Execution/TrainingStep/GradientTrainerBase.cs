using System;
using System.ComponentModel;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>
/// The part of a trainer that every net shares, whether or not it has a loss: checks, counters, threads, and the order of forward pass,
/// backward pass and update. The emitted subclass adds the passes themselves.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class GradientTrainerBase : IGradientTrainer
{
    private readonly InferenceEngine _engine;
    private readonly UpdateRule _rule;
    private readonly UpdatePipeline _update;
    private readonly TrainingPenalties _penalties;
    private readonly OutsideGradient _outside;
    private readonly double _workOfSample;
    private readonly TrainingLayout _layout;
    private readonly TrainingPhase[] _updatePhases;
    private readonly SingleUse _use = SingleUse.Of("trainer");
    private TeamCall _lastPass = TeamCall.Gradients;
    private long _iteration;
    private bool _disposed;

    /// <summary>Allocates everything that a step needs and starts the threads.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected GradientTrainerBase(InferenceEngine engine, TrainerOptions? options, TrainingLayout layout, UpdateRule rule)
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
        Intake = new BatchIntake(Memory, engine.Info, options.MaxBatchSize);
        rule.Allocate(engine.Info.TrainableCount);
        _update = new UpdatePipeline(engine.Info, options, engine.Store, Memory, rule);
        if (options.LearningRate is double learningRate)
        {
            LearningRate = (float)learningRate;
        }

        MaxBatchSize = options.MaxBatchSize;
        _penalties = new TrainingPenalties(engine.Info, Memory, layout, size.Threads);
        Team = new ThreadTeam(size);
        _outside = new OutsideGradient(engine.Info, Memory);
        _layout = layout;
        _updatePhases = [.. _update.Phases];
    }

    /// <inheritdoc/>
    public NetInfo Info => _engine.Info;

    /// <inheritdoc/>
    public int MaxBatchSize { get; }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Threads => Team.Count;

    /// <inheritdoc/>
    public Span<float> Gradients => Memory.GradientSpan;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Outputs => Memory.OutputBuffer.Span[..(Memory.Count * _engine.Info.OutputSize)];

    /// <inheritdoc/>
    public float Penalty { get; private set; }

    /// <inheritdoc/>
    public float LearningRate
    {
        get => _update.LearningRate;
        set => _update.LearningRate = value;
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

    private protected ThreadTeam Team { get; }

    private protected BatchIntake Intake { get; }

    /// <summary>Whether the statistics of a batch wait to be taken into the net's moving ones.</summary>
    private protected bool HasStatistics { get; set; }

    /// <inheritdoc/>
    public Span<float> GetSlot(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, SlotCount);
        return slot < _rule.SlotCount ? _rule.GetSlot(slot) : _update.GetSlot(slot - _rule.SlotCount);
    }

    /// <inheritdoc/>
    public void SetParameters(ReadOnlySpan<float> parameters)
    {
        _engine.SetParameters(parameters);
        _outside.Discard();
    }

    /// <inheritdoc/>
    public void Forward(ReadOnlySpan<float> inputs) =>
        Forward(new Batch { Count = Check.CountOf(inputs, Info), Inputs = inputs });

    /// <inheritdoc/>
    public void Forward(Batch batch)
    {
        Enter();
        try
        {
            _outside.CheckForward();
            batch = new Batch { Count = batch.Count, Inputs = batch.Inputs };
            Intake.CheckInputs(batch);
            Begin(TeamCall.Forward, batch.Count);
            Take(batch, ForwardPhases);
            _outside.Wait(Team.Workers);
        }
        finally
        {
            Exit();
        }
    }

    /// <inheritdoc/>
    public void Backward(ReadOnlySpan<float> outputGradients) =>
        Backward(outputGradients, default, wantsWeights: true, wantsInputs: false);

    /// <inheritdoc/>
    public void Backward(ReadOnlySpan<float> outputGradients, Span<float> inputGradients) =>
        Backward(outputGradients, inputGradients, wantsWeights: true, wantsInputs: true);

    /// <inheritdoc/>
    public void BackwardToInputs(ReadOnlySpan<float> outputGradients, Span<float> inputGradients) =>
        Backward(outputGradients, inputGradients, wantsWeights: false, wantsInputs: true);

    /// <inheritdoc/>
    public void DiscardForward()
    {
        Enter();
        _outside.Discard();
        Exit();
    }

    private unsafe void Backward(
        ReadOnlySpan<float> outputGradients, Span<float> inputGradients, bool wantsWeights, bool wantsInputs)
    {
        Enter();
        try
        {
            _outside.CheckBackward(outputGradients, inputGradients, wantsInputs);
            Team.GoOn(TeamCall.Forward, _outside.Workers);
            _outside.Discard();
            fixed (float* dy = outputGradients, dx = inputGradients)
            {
                Memory.Lend(dy, dx);
                Run(BackwardPhases);
                if (wantsWeights)
                {
                    Run(WeightPhases);
                    HasStatistics = true;
                }
            }
        }
        finally
        {
            Memory.Lend(null, null);
            Exit();
        }
    }

    /// <inheritdoc/>
    public void ApplyGradients() => Apply(rest: false);

    /// <inheritdoc/>
    public void ApplyAccumulatedGradients() => Apply(rest: true);

    private void Apply(bool rest)
    {
        Enter();
        try
        {
            _outside.CheckUpdate();

            // Before anyone waits for the update: a schedule may be the user's own, and ask the net.
            if (_update.Begin(rest))
            {
                Update();
            }
        }
        finally
        {
            Exit();
        }
    }

    private void Update()
    {
        _engine.Store.BeginUpdate();
        Team.BeginAfter(_lastPass, TeamCall.Update, _update.Work);
        try
        {
            Run(_updatePhases);
            if (HasStatistics)
            {
                UpdateStatistics();
                HasStatistics = false;
            }
        }
        finally
        {
            _engine.Store.EndUpdate();
        }
    }

    /// <summary>Stops the threads.</summary>
    public void Dispose()
    {
        _disposed = true;
        Team.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins a call, which <see cref="Exit"/> ends.</summary>
    private protected void Enter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _use.Enter();
    }

    private protected void Exit()
    {
        Team.End();
        _use.Exit();
    }

    private protected void Begin(TeamCall call, int samples)
    {
        Team.Begin(call, _workOfSample * samples);
        _lastPass = call;
    }

    /// <summary>Runs phases that begin with the inputs of a batch that was checked.</summary>
    private protected unsafe void Take(Batch batch, TrainingPhase[] phases)
    {
        _outside.Discard();
        fixed (float* inputs = batch.Inputs)
        {
            Intake.Take(batch, inputs);
            Memory.DropoutSeed = CounterRandom.Iteration(Seed, Iteration);
            _iteration++;
            Run(phases);
        }

        Penalty = _penalties.Value;
    }

    private void Run(TrainingPhase[] phases)
    {
        foreach (TrainingPhase phase in phases)
        {
            phase.Run(Team);
        }
    }
}
