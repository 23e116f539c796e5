#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

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

    /// <summary>
    /// Of all outputs above 0.5 the share that should be. Labels count as 1 for their class and 0 for the others. Without ClassIds the
    /// outputs of all classes are counted together (the average "micro"): where two add up to 1, as of a softmax, that is the accuracy.
    /// With them it is each class's own.
    /// </summary>
    Precision,

    /// <summary>
    /// Of all outputs that should be above 0.5 the share that is. Labels count as 1 for their class and 0 for the others. Without ClassIds
    /// the outputs of all classes are counted together (the average "micro"): where two add up to 1, as of a softmax, that is the accuracy.
    /// With them it is each class's own.
    /// </summary>
    Recall,

    /// <summary>
    /// The harmonic mean of precision and recall, for each class and averaged over the classes (Keras' average "macro"); with ClassIds each
    /// class's own. The largest output of a row is the one that is predicted; a single output is compared with 0.5.
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

    /// <summary>The root of the mean squared error of all samples together.</summary>
    RootMeanSquaredError,

    /// <summary>The mean of <c>100 |t - y| / max(|t|, 1e-7)</c>.</summary>
    MeanAbsolutePercentageError,

    /// <summary>The mean of <c>(log(1 + y) - log(1 + t))^2</c>, with y and t of at least 1e-7.</summary>
    MeanSquaredLogarithmicError,

    /// <summary>The mean of <c>log cosh(y - t)</c>.</summary>
    LogCosh,

    /// <summary>The mean of <c>max(1 - t y, 0)</c>; targets of a batch that are all 0 or 1 count as -1 and 1.</summary>
    Hinge,

    /// <summary>The mean of <c>max(1 - t y, 0)^2</c>; targets of a batch that are all 0 or 1 count as -1 and 1.</summary>
    SquaredHinge,

    /// <summary>The Kullback-Leibler divergence <c>sum t log(t / y)</c>.</summary>
    KlDivergence,

    /// <summary>The mean of <c>y - t log y</c>.</summary>
    Poisson,

    /// <summary>The cosine of the angle between outputs and targets: 1 is best.</summary>
    CosineSimilarity,

    /// <summary>The binary cross-entropy of outputs from 0 to 1.</summary>
    BinaryCrossentropy,

    /// <summary>The cross-entropy of the classes.</summary>
    CategoricalCrossentropy,

    /// <summary>The cross-entropy of the labels.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>The number of outputs above 0.5 that should be. Labels count as 1 for their class and 0 for the others.</summary>
    TruePositives,

    /// <summary>The number of outputs not above 0.5 that should not be. Labels count as 1 for their class and 0 for the others.</summary>
    TrueNegatives,

    /// <summary>The number of outputs above 0.5 that should not be. Labels count as 1 for their class and 0 for the others.</summary>
    FalsePositives,

    /// <summary>The number of outputs not above 0.5 that should be. Labels count as 1 for their class and 0 for the others.</summary>
    FalseNegatives,

    /// <summary>The share of the targets' variance that the outputs explain, averaged over the outputs.</summary>
    R2Score,

    /// <summary>
    /// The mean over the classes of intersection over union: of the rows that are of a class and taken for it, over those that are either.
    /// </summary>
    MeanIoU,
}
