using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>
/// Which node tells the steps of another that count, by a value that is not 0. Where it comes from, who passes it on, and who reads it, as Keras has it for the
/// layers that StaticNets knows masks for. Where steps are sequences themselves, a mask tells the steps of these.
/// </summary>
internal sealed class ReferenceMasks
{
    private static readonly HashSet<string> s_passing =
    [
        "Activation", "AdditiveAttention", "AlphaDropout", "Attention", "BatchNormalization", "Dense", "Dropout", "ELU", "GLU",
        "GaussianDropout", "GaussianNoise", "GroupNormalization", "Identity", "LayerNormalization", "LeakyReLU", "MultiHeadAttention", "PReLU",
        "PositionEmbedding", "ReLU", "RMSNormalization", "Rescaling", "Softmax", "SpatialDropout1D",
        "SpatialDropout2D", "UnitNormalization",
    ];

    private static readonly HashSet<string> s_merging = ["Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract"];

    private static readonly HashSet<string> s_recurrent = ["GRU", "LSTM", "SimpleRNN"];

    // Keras gives them the value's mask, and clears their result where the query is masked.
    private static readonly HashSet<string> s_attentions = ["AdditiveAttention", "Attention"];

    private readonly Dictionary<int, int[]> _masks = [];

    /// <summary>The masks of a node, which must all be other than 0 where a step counts; none where all steps do.</summary>
    public int[] Of(int node) => _masks.GetValueOrDefault(node, []);

    /// <summary>Whether a layer leaves masked steps out.</summary>
    public static bool AreReadBy(AttributeArguments attribute, bool frozen) =>
        s_recurrent.Contains(attribute.Kind) || s_attentions.Contains(attribute.Kind) || attribute.Kind is "MultiHeadAttention" or "GlobalAveragePooling1D" || (attribute.Kind == "BatchNormalization" && !frozen);

    /// <summary>The input whose masked steps a layer leaves out.</summary>
    public static int ReadFrom(AttributeArguments attribute, int[] inputs) =>
        s_attentions.Contains(attribute.Kind) && inputs.Length > 1 ? inputs[1] : inputs[^1];

    /// <summary>Whether the result of a layer is 0 where its first input is masked.</summary>
    public static bool Clear(AttributeArguments attribute) => s_attentions.Contains(attribute.Kind);

    /// <summary>Whether a layer of one input has its mask.</summary>
    public static bool ArePassedBy(AttributeArguments attribute) =>
        s_recurrent.Contains(attribute.Kind) ? attribute.Value("ReturnSequences", false) : s_passing.Contains(attribute.Kind);

    /// <summary>Notes the masks of a node that was just added.</summary>
    /// <param name="node">Its number.</param>
    /// <param name="attribute">The layer's own attribute.</param>
    /// <param name="inputs">What it reads beside masks.</param>
    /// <param name="ofSteps">What is left of the first input's masks behind wrappers whose layer ends them; null without such.</param>
    /// <param name="nodes">All nodes.</param>
    public void Add(int node, AttributeArguments attribute, int[] inputs, int[]? ofSteps, IReadOnlyList<ReferenceNode> nodes)
    {
        if (attribute.Kind == "Embedding")
        {
            _masks[node] = attribute.Value("MaskZero", false) ? [inputs[0]] : [];
        }
        else if (s_merging.Contains(attribute.Kind))
        {
            // What has fewer axes stands at the last ones of the others.
            int rank = nodes[node].Layer.OutputShape.Length;
            _masks[node] = [.. inputs.Where(input => nodes[input].Layer.OutputShape.Length == rank).SelectMany(Of).Distinct()];
        }
        else if (attribute.Kind == "Masking")
        {
            _masks[node] = [inputs[1]];
        }
        else
        {
            _masks[node] = ofSteps ?? (ArePassedBy(attribute) ? Of(inputs[0]) : []);
        }
    }
}
