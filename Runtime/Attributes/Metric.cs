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

    /// <summary>Of all outputs above 0.5 the share that should be. Labels count as 1 for their class and 0 for the others.</summary>
    Precision,

    /// <summary>
    /// Of all outputs that should be above 0.5 the share that is. Labels count as 1 for their class and 0 for the others.
    /// </summary>
    Recall,

    /// <summary>
    /// The harmonic mean of precision and recall, for each class and averaged over the classes (Keras' average "macro"). The largest output
    /// of a row is
    /// the one that is predicted; a single output is compared with 0.5.
    /// </summary>
    F1Score,

    /// <summary>
    /// The area under the ROC curve at 200 thresholds, over all outputs together. Labels count as 1 for their class and 0 for the others.
    /// </summary>
    Auc,

    /// <summary>The share of samples whose largest target is among the 5 largest outputs.</summary>
    TopKCategoricalAccuracy,

    /// <summary>The share of samples whose label is among the 5 largest outputs.</summary>
    SparseTopKCategoricalAccuracy,
}
