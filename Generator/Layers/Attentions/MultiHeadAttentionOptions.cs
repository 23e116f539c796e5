using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>The arguments of <c>[MultiHeadAttention]</c> but for its inputs and what its projections share with dense layers.</summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="KeyDim">The length of a head's queries and keys.</param>
/// <param name="ValueDim">The length of a head's values.</param>
/// <param name="OutputSize">The size of the output's last axis, or null for the query's.</param>
/// <param name="IsCausal">Whether a step attends only to itself and those before it.</param>
/// <param name="DropoutRate">The share of the attention weights that training drops.</param>
internal sealed record MultiHeadAttentionOptions(int Heads, int KeyDim, int ValueDim, int? OutputSize, bool IsCausal, double DropoutRate)
{
    public static MultiHeadAttentionOptions Read(ArgumentReader arguments)
    {
        int keyDim = arguments.Size("KeyDim");
        return new MultiHeadAttentionOptions(
            arguments.Size("NumHeads"),
            keyDim,
            arguments.Size("ValueDim", keyDim),
            arguments.Has("OutputShape") ? arguments.Size("OutputShape") : null,
            arguments.Boolean("UseCausalMask", false),
            arguments.Rate("Dropout"));
    }
}
