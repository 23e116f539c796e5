using StaticNets.Generator.Declaration;
using StaticNets.Generator.Layers.Activations;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Attentions;
using StaticNets.Generator.Layers.Convolutions;
using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Layers.Merging;
using StaticNets.Generator.Layers.Normalizations;
using StaticNets.Generator.Layers.Pools;
using StaticNets.Generator.Layers.Recurrences;
using StaticNets.Generator.Layers.Regularization;
using StaticNets.Generator.Layers.Reshaping;

namespace StaticNets.Generator.Layers;

/// <summary>All kinds of layers, one line each. Outside this folder no file asks which layer is one.</summary>
internal static class LayerCatalogue
{
    private static readonly LayerKind[] s_kinds =
    [
        new("Input", InputLayer.Read),
        new("Conv1D", Conv2DLayer.Read1D),
        new("Conv2D", Conv2DLayer.Read2D),
        new("Conv2DTranspose", Conv2DTransposeLayer.Read),
        new("DepthwiseConv2D", DepthwiseConv2DLayer.Read),
        new("SeparableConv2D", SeparableConv2DLayer.Read),
        new("MaxPooling1D", MaxPooling2DLayer.Read1D),
        new("MaxPooling2D", MaxPooling2DLayer.Read2D),
        new("AveragePooling1D", AveragePooling2DLayer.Read1D),
        new("AveragePooling2D", AveragePooling2DLayer.Read2D),
        new("GlobalMaxPooling1D", GlobalMaxPooling2DLayer.Read1D),
        new("GlobalMaxPooling2D", GlobalMaxPooling2DLayer.Read2D),
        new("GlobalAveragePooling1D", GlobalAveragePooling2DLayer.Read1D),
        new("GlobalAveragePooling2D", GlobalAveragePooling2DLayer.Read2D),
        new("ZeroPadding1D", ZeroPadding2DLayer.Read1D),
        new("ZeroPadding2D", ZeroPadding2DLayer.Read2D),
        new("Cropping1D", Cropping2DLayer.Read1D),
        new("Cropping2D", Cropping2DLayer.Read2D),
        new("UpSampling1D", UpSampling2DLayer.Read1D),
        new("UpSampling2D", UpSampling2DLayer.Read2D),
        new("Flatten", FlattenLayer.Read),
        new("Reshape", ReshapeLayer.Read),
        new("Permute", PermuteLayer.Read),
        new("RepeatVector", RepeatVectorLayer.Read),
        new("Rescaling", RescalingLayer.Read),
        new("Identity", IdentityLayer.Read),
        new("Dense", DenseLayer.Read),
        new("SimpleRNN", SimpleRNNLayer.Read),
        new("LSTM", LSTMLayer.Read),
        new("GRU", GRULayer.Read),
        new("Dropout", DropoutLayer.Read),
        new("SpatialDropout1D", SpatialDropoutLayer.Read1D),
        new("SpatialDropout2D", SpatialDropoutLayer.Read2D),
        new("GaussianNoise", GaussianNoiseLayer.Read),
        new("GaussianDropout", GaussianDropoutLayer.Read),
        new("AlphaDropout", AlphaDropoutLayer.Read),
        new("ActivityRegularization", ActivityRegularizationLayer.Read),
        new("Activation", ActivationLayer.Read),
        new("ReLU", ReLULayer.Read),
        new("LeakyReLU", LeakyReLULayer.Read),
        new("PReLU", PReLULayer.Read),
        new("ELU", ELULayer.Read),
        new("GLU", GLULayer.Read),
        new("Softmax", SoftmaxLayer.Read),
        new("BatchNormalization", BatchNormalizationLayer.Read),
        new("Add", AddLayer.Read),
        new("Subtract", SubtractLayer.Read),
        new("Multiply", MultiplyLayer.Read),
        new("Average", AverageLayer.Read),
        new("Maximum", ExtremeMergeLayer.ReadMaximum),
        new("Minimum", ExtremeMergeLayer.ReadMinimum),
        new("Dot", DotLayer.Read),
        new("Concatenate", ConcatenateLayer.Read),
        new("Embedding", EmbeddingLayer.Read),
        new("Masking", MaskingLayer.Read),
        new("Attention", AttentionLayer.Read),
        new("AdditiveAttention", AdditiveAttentionLayer.Read),
        new("MultiHeadAttention", MultiHeadAttentionLayer.Read),
        new("PositionEmbedding", PositionEmbeddingLayer.Read),
        new("LayerNormalization", LayerNormalizationLayer.Read),
        new("GroupNormalization", GroupNormalizationLayer.Read),
        new("RMSNormalization", RmsNormalizationLayer.Read),
        new("UnitNormalization", UnitNormalizationLayer.Read),
    ];

    /// <summary>Reads an attribute, or returns null for a kind that the generator doesn't know.</summary>
    public static Layer? Read(AttributeSpec attribute, ProblemSink problems, string label, bool proximalL1)
    {
        var arguments = new ArgumentReader(attribute, problems, label) { ProximalL1 = proximalL1 };
        return s_kinds.FirstOrDefault(kind => kind.Name == attribute.Kind)?.Read(arguments);
    }

    public static IEnumerable<string> Names => s_kinds.Select(kind => kind.Name);
}

/// <summary>A kind of layer.</summary>
/// <param name="Name">The attribute's class name without its suffix.</param>
/// <param name="Read">Reads the attribute's arguments.</param>
internal sealed record LayerKind(string Name, Func<ArgumentReader, Layer> Read);
