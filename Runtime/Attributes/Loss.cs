namespace StaticNets;

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
}
