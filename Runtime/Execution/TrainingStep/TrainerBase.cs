using System;
using System.ComponentModel;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>
/// What a trainer of a net with a loss has besides: the step. The emitted subclass adds the losses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TrainerBase : GradientTrainerBase, ITrainer
{
    private readonly InferenceJob _inference;
    private readonly BatchLoss _loss;
    private readonly float[] _outputLosses;
    private readonly TrainingPhase[] _gradientPhases;

    /// <summary>Allocates everything that a step needs and starts the threads.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected TrainerBase(InferenceEngine engine, TrainerOptions? options, TrainingLayout layout, UpdateRule rule)
        : base(engine, options, layout, rule)
    {
        _inference = new InferenceJob(engine);
        _loss = new BatchLoss(engine.Info);
        _outputLosses = new float[engine.Info.Outputs.Count];
        SamplePasses passes = new SamplePasses(Memory)
            .Add(TakeInputs)
            .AddParts(RunForward, layout.ForwardParts)
            .Add((_, first, last) => ComputeLosses(first, last))
            .AddParts(RunBackward, layout.BackwardParts);
        _gradientPhases = [ReadWeightsPhase, .. passes.Phases, WeightGradientsPhase, AddPenaltiesPhase];
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> OutputLosses => _outputLosses;

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
        Enter();
        try
        {
            Intake.Check(batch);
            Begin(TeamCall.Gradients, batch.Count);
            Take(batch, _gradientPhases);
            HasStatistics = true;
            _loss.Reset();
            _loss.Add(Memory.LossArray.AsSpan(0, batch.Count * Info.LossColumns), batch, 0);
            return _loss.Mean(batch.Count, _outputLosses);
        }
        finally
        {
            Exit();
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

    /// <summary>The loss of each of the samples n0 to n1, and its gradient.</summary>
    protected abstract void ComputeLosses(int n0, int n1);

    private float ComputeLossAlone(Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        Enter();
        try
        {
            return _inference.ComputeLoss(Team, batch, outputs, outputLosses);
        }
        finally
        {
            Exit();
        }
    }
}
