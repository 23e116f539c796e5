namespace StaticNets;

/// <summary>
/// Masks the steps of a sequence (T, C), or of sequences of sequences (T, S, C), all of whose values equal <paramref name="maskValue"/>:
/// they become 0, and layers behind it that know masks (the recurrent ones, MultiHeadAttention for its keys and values,
/// GlobalAveragePooling1D, BatchNormalization) leave these steps out, and so does the loss.
/// </summary>
/// <param name="maskValue">The value of steps that don't count.</param>
public sealed class MaskingAttribute(double maskValue = 0) : LayerAttribute
{
    /// <summary>The value of steps that don't count. Default 0.</summary>
    public double MaskValue { get; } = maskValue;
}
