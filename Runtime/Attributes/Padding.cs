#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>What happens at the edges of a convolution or pooling.</summary>
public enum Padding
{
    /// <summary>No padding: windows stay inside the input.</summary>
    Valid,

    /// <summary>
    /// Zeros around the input, so that the output has <c>ceil(input / stride)</c> positions; an odd one goes to the bottom and right.
    /// </summary>
    Same,

    /// <summary>
    /// Zeros before the first step only, <c>dilation * (kernel - 1)</c> of them, so that no output sees a later step;
    /// <c>ceil(input / stride)</c> positions. For <see cref="Conv1DAttribute"/>.
    /// </summary>
    Causal,
}
