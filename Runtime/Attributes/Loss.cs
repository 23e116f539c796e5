#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>What training minimizes: Keras' losses, averaged over the batch.</summary>
public enum Loss
{
    /// <summary>Targets are one-hot rows or probabilities. Fused with a final softmax.</summary>
    CategoricalCrossentropy,

    /// <summary>Labels are class indices. Fused with a final softmax.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>Targets between 0 and 1, averaged over the last axis. Fused with a final sigmoid.</summary>
    BinaryCrossentropy,

    /// <summary>The squared error, averaged over the last axis.</summary>
    MeanSquaredError,

    /// <summary>The absolute error, averaged over the last axis.</summary>
    MeanAbsoluteError,

    /// <summary>The absolute error in percent of the target, averaged over the last axis.</summary>
    MeanAbsolutePercentageError,

    /// <summary>The square of <c>log(y + 1) - log(t + 1)</c>, where negative values count as 0, averaged over the last axis.</summary>
    MeanSquaredLogarithmicError,

    /// <summary>
    /// Half the squared error up to <see cref="CompileAttribute.Delta"/>, <c>Delta |error| - Delta^2 / 2</c> beyond,
    /// averaged over the last axis.
    /// </summary>
    Huber,

    /// <summary><c>log cosh(error)</c>, averaged over the last axis.</summary>
    LogCosh,

    /// <summary>
    /// The binary cross-entropy times <c>(1 - p)^Gamma</c>, p being the probability given to the right side, averaged over the last axis.
    /// Fused with a final sigmoid.
    /// </summary>
    BinaryFocalCrossentropy,

    /// <summary>
    /// The categorical cross-entropy with the term of each class times <c>Alpha (1 - p)^Gamma</c>. Outputs are probabilities.
    /// </summary>
    CategoricalFocalCrossentropy,

    /// <summary>
    /// <c>max(1 - t y, 0)</c> with targets of -1 and 1, averaged over the last axis. A target of 0 counts as -1, whatever the others are;
    /// Keras does that only if all targets of a batch are 0 or 1.
    /// </summary>
    Hinge,

    /// <summary>The square of <c>max(1 - t y, 0)</c>, with targets as for <see cref="Hinge"/>, averaged over the last axis.</summary>
    SquaredHinge,

    /// <summary><c>max(0, 1 + the largest output of a wrong class - the right class' output)</c>. Targets are one-hot rows.</summary>
    CategoricalHinge,

    /// <summary><c>sum t log(t / y)</c> over the last axis. Outputs and targets are probabilities.</summary>
    KlDivergence,

    /// <summary><c>y - t log y</c>, averaged over the last axis. Outputs are means of counts, above 0; targets are counts.</summary>
    Poisson,

    /// <summary>The negated cosine of the angle between output and target along the last axis: -1 where they have one direction.</summary>
    CosineSimilarity,
}
