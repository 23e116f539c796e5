using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>What <c>docs/layers.md</c> says: Keras 3's names, and which of them the catalogues have.</summary>
internal static class LayersPage
{
    private const string Introduction = """
        # What there is of Keras 3

        Made by a test from the generator's catalogues and the public enums (`Generator.Tests/Layers/LayersPageTests.cs`); don't edit it by hand. Names are Keras', enum members in
        PascalCase. "first" is what nearly every first model uses, "common" and "rare" come after that, "before the net" is what prepares data.

        """;

    private const string OwnFunctions = """

        ## What is missing

        An activation or a loss that is not there can be a method of your own: [custom-functions.md](custom-functions.md).

        """;

    private static readonly Section[] s_sections =
    [
        new("Layers", Layers(),
        [
            new("first", "Input Dense Activation Flatten Conv2D MaxPooling2D GlobalAveragePooling2D Dropout BatchNormalization Concatenate"),
            new("common", "Reshape Embedding Rescaling Conv1D DepthwiseConv2D SeparableConv2D Conv2DTranspose MaxPooling1D AveragePooling1D AveragePooling2D "
                + "GlobalAveragePooling1D GlobalMaxPooling1D GlobalMaxPooling2D ZeroPadding1D ZeroPadding2D UpSampling1D UpSampling2D ReLU LeakyReLU PReLU Softmax "
                + "SpatialDropout1D SpatialDropout2D GaussianNoise LayerNormalization GroupNormalization SimpleRNN LSTM GRU Bidirectional TimeDistributed "
                + "MultiHeadAttention Add Subtract Multiply Average Maximum Minimum"),
            new("rare", "Permute RepeatVector Masking Identity Cropping1D Cropping2D ELU GaussianDropout AlphaDropout ActivityRegularization UnitNormalization "
                + "RMSNormalization SpectralNormalization Attention AdditiveAttention GroupQueryAttention Dot EinsumDense Lambda ReversibleEmbedding "
                + "DepthwiseConv1D SeparableConv1D Conv1DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D RNN StackedRNNCells "
                + "MaxPooling3D AveragePooling3D GlobalMaxPooling3D GlobalAveragePooling3D AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D "
                + "AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D SpatialDropout3D ZeroPadding3D Cropping3D UpSampling3D"),
            new("before the net", "Normalization Discretization CategoryEncoding Hashing HashedCrossing IntegerLookup StringLookup TextVectorization "
                + "Resizing CenterCrop RandomFlip RandomCrop RandomRotation RandomTranslation RandomZoom RandomBrightness RandomContrast "
                + "MelSpectrogram STFTSpectrogram"),
        ]),
        new("Activations", Enum.GetNames<Activation>(),
        [
            new("first", "Linear Relu LeakyRelu Sigmoid Tanh Softmax"),
            new("common", "Relu6 Elu Selu Gelu Silu Mish Softplus Softsign HardSigmoid HardSilu Exponential LogSoftmax"),
            new("rare", "Celu LogSigmoid HardTanh TanhShrink SparsePlus SparseSigmoid SquarePlus SoftShrink HardShrink Threshold Glu Sparsemax"),
        ]),
        new("Initializers", InitializerCatalogue.Names,
        [
            new("first", "Zeros Ones GlorotUniform HeUniform HeNormal"),
            new("common", "Constant GlorotNormal LecunUniform LecunNormal VarianceScaling RandomNormal TruncatedNormal RandomUniform Orthogonal"),
            new("rare", "Identity Stft"),
        ]),
        new("Losses", Enum.GetNames<Loss>(),
        [
            new("first", "MeanSquaredError MeanAbsoluteError BinaryCrossentropy CategoricalCrossentropy SparseCategoricalCrossentropy"),
            new("common", "MeanAbsolutePercentageError MeanSquaredLogarithmicError Huber LogCosh BinaryFocalCrossentropy Hinge SquaredHinge KlDivergence Poisson "
                + "CosineSimilarity"),
            new("rare", "CategoricalFocalCrossentropy CategoricalHinge Dice Tversky Ctc Circle CategoricalGeneralizedCrossentropy"),
        ]),
        new("Optimizers", Enum.GetNames<Optimizer>(),
        [
            new("first", "Sgd RmsProp Adam AdamW"),
            new("common", "Adagrad Adamax Nadam"),
            new("rare", "Adadelta Ftrl Lion Lamb Muon Adafactor LossScaleOptimizer"),
        ]),
        new("Metrics", Enum.GetNames<Metric>(),
        [
            new("first", "Accuracy BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy MeanSquaredError MeanAbsoluteError"),
            new("common", "TopKCategoricalAccuracy SparseTopKCategoricalAccuracy Precision Recall F1Score Auc RootMeanSquaredError"),
            new("rare", "R2Score MeanIoU MeanAbsolutePercentageError MeanSquaredLogarithmicError LogCosh Hinge SquaredHinge CategoricalHinge KlDivergence "
                + "Poisson CosineSimilarity BinaryCrossentropy CategoricalCrossentropy SparseCategoricalCrossentropy TruePositives TrueNegatives FalsePositives "
                + "FalseNegatives FBetaScore PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity SpecificityAtSensitivity IoU BinaryIoU OneHotIoU "
                + "OneHotMeanIoU PearsonCorrelation ConcordanceCorrelation"),
        ]),
    ];

    /// <summary>The page's text.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Introduction);
        foreach (Section section in s_sections)
        {
            text.Append('\n').Append("## ").Append(section.Title).Append("\n\n| | there | not there |\n|---|---|---|\n");
            foreach (Names names in section.Keras)
            {
                string[] all = names.All.Split(' ');
                text.Append($"| {names.Use} | {List(all.Where(section.Ours.Contains))} | {List(all.Except(section.Ours))} |\n");
            }

            string[] own = [.. section.Ours.Except(section.Keras.SelectMany(names => names.All.Split(' ')))];
            if (own.Length > 0)
            {
                text.Append($"| not of Keras' core | {List(own)} | |\n");
            }
        }

        return text.Append(OwnFunctions).ToString();
    }

    /// <summary>The names of all layer attributes, wrappers included.</summary>
    public static IReadOnlyList<string> Layers() =>
    [
        "Input",
        .. typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name[..^"Attribute".Length])
            .Order(StringComparer.Ordinal),
    ];

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private sealed record Section(string Title, IEnumerable<string> Ours, Names[] Keras);

    private sealed record Names(string Use, string All);
}
