namespace StaticNets;

/// <summary>How a trainer runs.</summary>
public sealed record TrainerOptions : TrainingOptions
{
    /// <summary>The defaults.</summary>
    public TrainerOptions()
    {
    }

    internal TrainerOptions(TrainingOptions options)
        : base(options)
    {
    }

    /// <summary>The largest batch that a step takes. It decides how much memory is allocated at creation. Default 128.</summary>
    public int MaxBatchSize { get; init; } = 128;
}

/// <summary>How a predictor runs.</summary>
public sealed record PredictorOptions
{
    /// <summary>
    /// The number of threads, the caller's included; 0 (default) takes as many as the net's work deserves. The
    /// result does not depend on it.
    /// </summary>
    public int Threads { get; init; }
}
