#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>
/// What a weight is brought back to after every update: Keras' constraints. The norm is that of the weights of one output unit or channel:
/// of a column of a dense kernel, of a filter of a convolution. (Keras' default <c>axis=0</c> means that for dense kernels only; for a
/// convolution it is what <c>axis=[0, 1, 2]</c> says there.) A bias and other vectors have one norm. Starting values are not constrained.
/// </summary>
public enum Constraint
{
    /// <summary>The weight may have any values.</summary>
    None,

    /// <summary>Norms above <c>MaxNorm</c> (2) are scaled down to it.</summary>
    MaxNorm,

    /// <summary>Negative values become 0.</summary>
    NonNeg,

    /// <summary>Norms are scaled to 1.</summary>
    UnitNorm,

    /// <summary>
    /// Norms are scaled into <c>MinNorm</c> (0) to <c>MaxNorm</c> (1), by the share <c>NormRate</c> (1) of the way in each update.
    /// </summary>
    MinMaxNorm,
}
