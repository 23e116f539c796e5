namespace StaticNets;

/// <summary>
/// Attention without weights (Luong et al., 2015): <c>softmax(q k^T) v</c> of a query (T, K), a key (S, K) and a value (S, V) is (T, V).
/// The products are not divided, unlike those of <see cref="MultiHeadAttentionAttribute"/>; Keras' <c>use_scale</c> is not there.
/// </summary>
/// <param name="inputs">
/// The names of query, value and key, in Keras' order. None: the layer above is all three, which is self-attention. One name means the
/// layer above as the query and that one. Without a third name the value is the key too.
/// </param>
public sealed class AttentionAttribute(params string[] inputs) : MergeAttribute(inputs)
{
    /// <summary>
    /// The share of the attention weights that training drops, 0 to 1; the others are divided by what is left. Default 0.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>Whether a step attends only to itself and those before it: the key's index is at most the query's. Default false.</summary>
    public bool UseCausalMask { get; set; }
}
