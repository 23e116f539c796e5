using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>
/// Which node tells the steps of another that count, by a value that is not 0. Where it comes from, who passes it on, and who reads it, as Keras has it for the
/// layers that StaticNets knows masks for.
/// </summary>
internal sealed class ReferenceMasks
{
    private static readonly HashSet<string> s_passing =
    [
        "Activation", "AlphaDropout", "BatchNormalization", "Dense", "Dropout", "ELU", "GaussianDropout", "GaussianNoise",
        "GroupNormalization", "Identity", "LayerNormalization", "LeakyReLU", "MultiHeadAttention", "PReLU",
        "PositionEmbedding", "ReLU", "RMSNormalization", "Rescaling", "Softmax", "SpatialDropout1D",
        "SpatialDropout2D", "UnitNormalization",
    ];

    private static readonly HashSet<string> s_merging = ["Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract"];

    private readonly Dictionary<int, int[]> _masks = [];

    /// <summary>The masks of a node, which must all be other than 0 where a step counts; none where all steps do.</summary>
    public int[] Of(int node) => _masks.GetValueOrDefault(node, []);

    /// <summary>Notes the masks of a node that was just added.</summary>
    public void Add(int node, AttributeArguments attribute, int[] inputs, ReferenceLayer layer)
    {
        if (layer is EmbeddingLayer && attribute.Value("MaskZero", false) && layer.OutputShape.Length == 2)
        {
            _masks[node] = [inputs[0]];
        }
        else if (s_merging.Contains(attribute.Kind))
        {
            _masks[node] = [.. inputs.SelectMany(Of).Distinct()];
        }
        else if (layer is MaskingLayer)
        {
            _masks[node] = [inputs[1]];
        }
        else if (layer is TimeDistributedLayer)
        {
            _masks[node] = Of(inputs[0]);
        }
        else if (layer is RecurrentLayer or BidirectionalLayer ? attribute.Value("ReturnSequences", false) : s_passing.Contains(attribute.Kind))
        {
            _masks[node] = Of(inputs[0]);
        }
    }
}
