namespace StaticNets;

/// <summary>What is reported beside the loss.</summary>
public enum Metric
{
    /// <summary>Sparse categorical, categorical or binary accuracy: the one that fits the loss and the output, as Keras chooses.</summary>
    Accuracy,

    /// <summary>The share of outputs on the right side of 0.5.</summary>
    BinaryAccuracy,

    /// <summary>The share of samples whose largest output is where the largest target is.</summary>
    CategoricalAccuracy,

    /// <summary>The share of samples whose largest output is at the label.</summary>
    SparseCategoricalAccuracy,

    /// <summary>The mean squared error.</summary>
    MeanSquaredError,

    /// <summary>The mean absolute error.</summary>
    MeanAbsoluteError,
}
