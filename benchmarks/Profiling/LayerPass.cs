namespace StaticNets.Benchmarks.Profiling;

/// <summary>What a kernel's call is a part of.</summary>
internal enum LayerPass
{
    /// <summary>Neither of the others: a loss, an activation, a pooling, dropout.</summary>
    Other,

    /// <summary>The forward pass.</summary>
    Forward,

    /// <summary>The input's gradient.</summary>
    BackwardData,

    /// <summary>The gradients of kernel and bias.</summary>
    BackwardWeights,
}
