namespace StaticNets;

/// <summary>
/// Additive attention (Bahdanau et al., 2014): <c>softmax(scores) v</c> of a query (T, K), a key (S, K) and a value (S, V) is (T, V), where
/// a query and a key have the score <c>sum(scale * tanh(q + k))</c>. The scale (K) is trained; Keras' <c>use_scale = False</c> is not
/// there, nor its causal mask.
/// </summary>
/// <param name="inputs">
/// The names of query, value and key, in Keras' order. None: the layer above is all three, which is self-attention. One name means the
/// layer above as the query and that one. Without a third name the value is the key too.
/// </param>
public sealed class AdditiveAttentionAttribute(params string[] inputs) : MergeAttribute(inputs)
{
    /// <summary>
    /// The share of the attention weights that training drops, 0 to 1; the others are divided by what is left. Default 0.
    /// </summary>
    public double Dropout { get; set; }
}
