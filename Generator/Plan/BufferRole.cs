namespace StaticNets.Generator.Plan;

/// <summary>What a buffer holds.</summary>
internal enum BufferRole
{
    /// <summary>A value.</summary>
    Output,

    /// <summary>Its gradient.</summary>
    Gradient,

    /// <summary>What the forward pass of training leaves for the backward pass.</summary>
    Saved,

    /// <summary>Weights in another layout, or sums over the batch.</summary>
    Derived,

    /// <summary>What every worker has of its own.</summary>
    OfWorker,
}
