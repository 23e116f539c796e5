namespace StaticNets;

/// <summary>What <c>Fit</c> prints. The values are Keras'.</summary>
public enum Verbose
{
    /// <summary>Nothing.</summary>
    Silent = 0,

    /// <summary>A bar that moves on a terminal; where the output is redirected, the finished line once an epoch.</summary>
    ProgressBar = 1,

    /// <summary>One line an epoch, without a bar.</summary>
    OneLine = 2,
}
