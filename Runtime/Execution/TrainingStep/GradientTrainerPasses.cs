namespace StaticNets.Execution;

/// <content>The passes, which the emitted subclass adds, and the phases that they make.</content>
public abstract partial class GradientTrainerBase
{
    /// <summary>Whether <see cref="DeriveWeights"/> has work.</summary>
    protected abstract bool NeedsDerivedWeights { get; }

    /// <summary>Derives what the backward pass reads from the weights, such as transposed kernels: one worker's share.</summary>
    protected abstract void DeriveWeights(int worker, int workers);

    /// <summary>
    /// One part of the forward pass, of the samples n0 to n1, on one worker. Before each part all workers are through with the one before.
    /// </summary>
    protected virtual void RunForward(int part, int worker, int n0, int n1)
    {
    }

    /// <summary>Puts the outputs of the samples n0 to n1 where users see them.</summary>
    protected abstract void ShowOutputs(int n0, int n1);

    /// <summary>Takes the gradients of the outputs that came from outside, of the samples n0 to n1.</summary>
    protected abstract void TakeOutputGradients(int n0, int n1);

    /// <summary>One part of the backward pass as far as it runs over samples, likewise: the gradients of values.</summary>
    protected virtual void RunBackward(int part, int worker, int n0, int n1)
    {
    }

    /// <summary>Hands out the gradients of the inputs, of the samples n0 to n1.</summary>
    protected virtual void GiveInputGradients(int n0, int n1)
    {
    }

    /// <summary>The weight gradients, summed over the whole batch: one worker's share of their tiles.</summary>
    protected abstract void WeightGradients(int worker, int workers);

    /// <summary>Takes the statistics of the last batch into the net's moving ones, after an update.</summary>
    protected virtual void UpdateStatistics()
    {
    }

    // Made when they are first needed, so that an app which only steps holds none of their code.
    private TrainingPhase[] ForwardPhases => field ??=
    [
        ReadWeightsPhase,
        .. new SamplePasses(Memory)
            .Add(TakeInputs)
            .AddParts(RunForward, _layout.ForwardParts)
            .Add((_, first, last) => ShowOutputs(first, last))
            .Phases,

        // The penalty is known after the forward pass, whatever it is made of.
        new TrainingPhase(_penalties.ComputeGradients, isNeeded: () => _penalties.AddsGradients),
    ];

    private TrainingPhase[] BackwardPhases => field ??=
    [
        .. new SamplePasses(Memory)
            .Add((_, first, last) => TakeOutputGradients(first, last))
            .AddParts(RunBackward, _layout.BackwardParts)
            .Add(HandOutInputGradients)
            .Phases,
    ];

    private TrainingPhase[] WeightPhases => field ??= [new TrainingPhase(WeightGradients), AddPenaltiesPhase];

    /// <summary>What the passes read of the weights.</summary>
    private protected TrainingPhase ReadWeightsPhase => new(
        (worker, workers) =>
        {
            _penalties.ReadWeights(_engine.Store.Span, worker, workers);
            DeriveWeights(worker, workers);
        },
        isNeeded: () => _penalties.ReadsWeights || NeedsDerivedWeights);

    /// <summary>From the values and their gradients to those of the weights, and to what penalties there are.</summary>
    private protected TrainingPhase WeightGradientsPhase => new((worker, workers) =>
    {
        WeightGradients(worker, workers);
        _penalties.ComputeGradients(worker, workers);
    });

    /// <summary>Adds the gradients of those penalties that no tile has added.</summary>
    private protected TrainingPhase AddPenaltiesPhase => new(_penalties.AddGradients, isNeeded: () => _penalties.AddsGradients);

    private protected void TakeInputs(int worker, int first, int last) => Intake.TakeInputs(first, last);

    private void HandOutInputGradients(int worker, int first, int last)
    {
        if (Memory.LendsInputGradients)
        {
            GiveInputGradients(first, last);
        }
    }
}
