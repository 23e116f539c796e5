using System;
using System.Collections.Generic;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>The layers that the reference knows, by the name of their attribute.</summary>
internal static class LayerCatalogue
{
    private static readonly Dictionary<string, Func<AttributeArguments, IReadOnlyList<int[]>, ReferenceLayer>> s_layers = new()
    {
        ["Activation"] = ActivationLayer.Read,
        ["AdditiveAttention"] = AdditiveAttentionLayer.Read,
        ["Attention"] = AttentionLayer.Read,
        ["GLU"] = GLULayer.Read,
        ["ActivityRegularization"] = IdentityLayer.Read,
        ["Add"] = ElementwiseMergeLayer.ReadAdd,
        ["Average"] = ElementwiseMergeLayer.ReadAverage,
        ["AveragePooling1D"] = AveragePooling2DLayer.Read1D,
        ["AveragePooling2D"] = AveragePooling2DLayer.Read2D,
        ["BatchNormalization"] = BatchNormalizationLayer.Read,
        ["Concatenate"] = ConcatenateLayer.Read,
        ["Conv1D"] = Conv1DLayer.Read,
        ["Conv2D"] = Conv2DLayer.Read,
        ["Cropping1D"] = ImageGather.ReadCropping,
        ["Cropping2D"] = ImageGather.ReadCropping,
        ["DepthwiseConv2D"] = DepthwiseConv2DLayer.Read,
        ["SeparableConv2D"] = SeparableConv2DLayer.Read,
        ["Conv2DTranspose"] = Conv2DTransposeLayer.Read,
        ["Dense"] = DenseLayer.Read,
        ["Dot"] = DotLayer.Read,
        ["Dropout"] = DropoutLayer.Read,
        ["Embedding"] = EmbeddingLayer.Read,
        ["Flatten"] = FlattenLayer.Read,
        ["GlobalAveragePooling1D"] = GlobalAveragePooling2DLayer.Read,
        ["GlobalAveragePooling2D"] = GlobalAveragePooling2DLayer.Read,
        ["GlobalMaxPooling1D"] = GlobalMaxPooling2DLayer.Read,
        ["GlobalMaxPooling2D"] = GlobalMaxPooling2DLayer.Read,
        ["GroupNormalization"] = NormalizationLayer.ReadGroup,
        ["LayerNormalization"] = NormalizationLayer.ReadLayer,
        ["Identity"] = IdentityLayer.Read,
        ["MaxPooling1D"] = MaxPooling2DLayer.Read1D,
        ["MaxPooling2D"] = MaxPooling2DLayer.Read2D,
        ["Masking"] = (_, inputShapes) => new MaskingLayer(inputShapes[0]),
        ["Maximum"] = ElementwiseMergeLayer.ReadMaximum,
        ["Minimum"] = ElementwiseMergeLayer.ReadMinimum,
        ["Multiply"] = ElementwiseMergeLayer.ReadMultiply,
        ["MultiHeadAttention"] = MultiHeadAttentionLayer.Read,
        ["PositionEmbedding"] = PositionEmbeddingLayer.Read,
        ["ELU"] = PiecewiseLayer.ReadELU,
        ["LeakyReLU"] = PiecewiseLayer.ReadLeakyReLU,
        ["PReLU"] = PReLULayer.Read,
        ["ReLU"] = PiecewiseLayer.ReadReLU,
        ["SpatialDropout1D"] = DropoutLayer.ReadSpatial,
        ["SpatialDropout2D"] = DropoutLayer.ReadSpatial,
        ["GaussianNoise"] = GaussianLayer.ReadNoise,
        ["GaussianDropout"] = GaussianLayer.ReadDropout,
        ["AlphaDropout"] = AlphaDropoutLayer.Read,
        ["Softmax"] = (_, inputShapes) => new ActivationLayer(inputShapes[0], Activation.Softmax),
        ["Permute"] = PermuteLayer.Read,
        ["RepeatVector"] = RepeatVectorLayer.Read,
        ["Rescaling"] = RescalingLayer.Read,
        ["GRU"] = GRULayer.Read,
        ["LSTM"] = LSTMLayer.Read,
        ["SimpleRNN"] = SimpleRNNLayer.Read,
        ["Reshape"] = ReshapeLayer.Read,
        ["RMSNormalization"] = NormalizationLayer.ReadRms,
        ["Subtract"] = ElementwiseMergeLayer.ReadSubtract,
        ["UnitNormalization"] = NormalizationLayer.ReadUnit,
        ["UpSampling1D"] = ImageGather.ReadUpSampling,
        ["UpSampling2D"] = ImageGather.ReadUpSampling,
        ["ZeroPadding1D"] = ImageGather.ReadZeroPadding,
        ["ZeroPadding2D"] = ImageGather.ReadZeroPadding,
    };

    public static IEnumerable<string> Kinds => s_layers.Keys;

    /// <summary>The recurrent layer of an attribute in a given direction.</summary>
    public static RecurrentLayer ReadRecurrent(AttributeArguments attribute, int[] inputShape, bool goesBackwards, bool zeroesMasked) => attribute.Kind switch
    {
        "SimpleRNN" => new SimpleRNNLayer(inputShape, attribute) { GoesBackwards = goesBackwards, ZeroesMasked = zeroesMasked },
        "LSTM" => new LSTMLayer(inputShape, attribute) { GoesBackwards = goesBackwards, ZeroesMasked = zeroesMasked },
        "GRU" => new GRULayer(inputShape, attribute) { GoesBackwards = goesBackwards, ZeroesMasked = zeroesMasked },
        _ => throw new NotSupportedException($"{attribute.Kind} has no direction."),
    };

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        s_layers.TryGetValue(attribute.Kind, out Func<AttributeArguments, IReadOnlyList<int[]>, ReferenceLayer>? read)
            ? read(attribute, inputShapes)
            : throw new NotSupportedException($"The reference has no layer {attribute.Kind}.");
}
