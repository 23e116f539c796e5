namespace StaticNets;

/// <summary>
/// How a trainer runs and updates the weights: what <see cref="TrainerOptions"/> and, for <c>net.Fit</c>, <see cref="FitOptions"/> share.
/// </summary>
public abstract record TrainingOptions
{
    private protected TrainingOptions()
    {
    }

    /// <summary>
    /// The number of threads, the caller's included; 0 (default) takes as many as the net's work deserves. The result does not depend on
    /// it.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>The seed of the dropout masks and, for <c>Fit</c>, of the shuffled order. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The learning rate. Default: the net's own.</summary>
    public double? LearningRate { get; init; }

    /// <summary>
    /// The learning rate as a function of the step; the trainer's <see cref="IGradientTrainer.LearningRate"/> can't be set then. Default:
    /// it stays as it is.
    /// </summary>
    public LearningRateSchedule? LearningRateSchedule { get; init; }

    /// <summary>Multiplies the penalty factors of the net, those of activities included. Default 1; 0 trains without the penalty.</summary>
    public double PenaltyScale { get; init; } = 1;

    /// <summary>
    /// Each value of a gradient is brought into -ClipValue to ClipValue before the update. At most one of the three kinds of clipping may
    /// be set.
    /// </summary>
    public double? ClipValue { get; init; }

    /// <summary>A weight's gradient whose norm is larger is scaled down to it: each weight (kernel, bias) for itself.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>If the norm of all gradients together is larger, they are all scaled down by the same factor.</summary>
    public double? GlobalClipNorm { get; init; }

    /// <summary>
    /// Whether an exponential moving average of the weights is kept. <c>Fit</c> ends with the weights replaced by it. Default false.
    /// </summary>
    public bool UseEma { get; init; }

    /// <summary>
    /// How much of the average stays in each step: <c>average = momentum * average + (1 - momentum) * w</c>, from the weights of the first
    /// update on. Default 0.99.
    /// </summary>
    public double EmaMomentum { get; init; } = 0.99;

    /// <summary>After each so many updates the weights are replaced by their average. Default: never.</summary>
    public int? EmaOverwriteFrequency { get; init; }

    /// <summary>
    /// How many steps' gradients, penalty included, are averaged before they are clipped and the weights updated. Default 1: each step
    /// updates. What an epoch of <c>Fit</c> leaves over is averaged and applied at its end (in Keras it waits for the next epoch, and is
    /// lost after the last one).
    /// </summary>
    public int GradientAccumulationSteps { get; init; } = 1;
}
