namespace StaticNets.Training.Tests;

/// <summary>Three classes of points, with everything that a step may have: a penalty, dropout, Adam's two slots.</summary>
[StaticNet]
[Input(4)]
[Dense(8, Activation = Activation.Relu, L1 = 0.001, L2 = 0.01)]
[Dropout(0.25)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.01, Metrics = new[] { Metric.Accuracy })]
public sealed partial class PointNet;

/// <summary>One output from 0 to 1.</summary>
[StaticNet]
[Input(4)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd, LearningRate = 0.1, Metrics = [Metric.Accuracy])]
public sealed partial class BinaryNet;

/// <summary>Tensors of more and of less than one block of gradients.</summary>
[StaticNet]
[Input(70)]
[Dense(130, Activation = Activation.Tanh, L2 = 0.001)]
[Dense(5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.05, Momentum = 0.9)]
public sealed partial class WideNet;

/// <summary>Every metric that targets allow.</summary>
[StaticNet]
[Input(7)]
[Dense(7, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd, Metrics = new[]
{
    Metric.Precision, Metric.Recall, Metric.F1Score, Metric.Auc, Metric.TopKCategoricalAccuracy,
})]
public sealed partial class MetricNet;

/// <summary>The metrics that there are for targets.</summary>
[StaticNet]
[Input(7)]
[Dense(7, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd, Metrics = new[]
{
    Metric.Accuracy, Metric.BinaryAccuracy, Metric.CategoricalAccuracy, Metric.MeanSquaredError, Metric.MeanAbsoluteError, Metric.Precision, Metric.Recall,
    Metric.F1Score, Metric.Auc, Metric.TopKCategoricalAccuracy, Metric.RootMeanSquaredError, Metric.MeanAbsolutePercentageError,
    Metric.MeanSquaredLogarithmicError, Metric.LogCosh, Metric.Hinge, Metric.SquaredHinge, Metric.KlDivergence, Metric.Poisson, Metric.CosineSimilarity,
    Metric.BinaryCrossentropy, Metric.CategoricalCrossentropy, Metric.TruePositives, Metric.TrueNegatives, Metric.FalsePositives, Metric.FalseNegatives,
    Metric.R2Score, Metric.MeanIoU,
})]
public sealed partial class EveryMetricNet;

/// <summary>Every metric that labels allow.</summary>
[StaticNet]
[Input(7)]
[Dense(7, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Metrics = new[]
{
    Metric.Precision, Metric.Recall, Metric.F1Score, Metric.Auc, Metric.SparseTopKCategoricalAccuracy, Metric.SparseCategoricalCrossentropy,
    Metric.TruePositives, Metric.MeanIoU,
})]
public sealed partial class SparseMetricNet;

/// <summary>The net of the tests that listen to the process' meter.</summary>
[StaticNet]
[Input(4)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class MeteredNet;

/// <summary>Weights that are not trained, and two outputs of which one takes labels and the other one targets.</summary>
[StaticNet]
[Input(4)]
[Dense(6, Activation = Activation.Relu, Name = "features")]
[BatchNormalization]
[Dense(3, Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "features")]
[Output("kind", Loss.SparseCategoricalCrossentropy)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.01)]
public sealed partial class TwoOutputNet;

/// <summary>Two sequences as outputs, of which indexes mask one, and the values of another input the other too.</summary>
[StaticNet]
[Input(4, Name = "words")]
[Input(4, 2, Name = "signals")]
[Embedding(4, 3, MaskZero = true, From = "words", Name = "embedded")]
[Dense(3, Activation = Activation.Softmax, Name = "tags")]
[Masking(0.5, From = "signals")]
[Dense(3)]
[Add("embedded")]
[Dense(2, Name = "values")]
[Output("tags", Loss.SparseCategoricalCrossentropy, Metrics = [Metric.Accuracy])]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = [Metric.MeanAbsoluteError])]
public sealed partial class MaskedTagNet;

/// <summary>Two outputs whose losses count unequally, each with a metric.</summary>
[StaticNet]
[Input(4)]
[Dense(6, Activation = Activation.Tanh, Name = "features", L2 = 0.01)]
[Dense(3, Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "features", Name = "place")]
[Output("kind", Loss.SparseCategoricalCrossentropy, Weight = 0.25, Metrics = [Metric.Accuracy])]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.1, Metrics = [Metric.MeanAbsoluteError])]
public sealed partial class WeighedOutputNet;

/// <summary>The convolutional net of tools/reference/torch_weights.py.</summary>
[StaticNet]
[Input(10, 8, 2)]
[Conv2D(4, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(5, 2, Activation = Activation.Relu)]
[Flatten]
[Dense(8, Activation = Activation.Relu)]
[Dense(3, Activation = Activation.Softmax)]
public sealed partial class TorchConvNet;

/// <summary>The net with a depthwise convolution of tools/reference/torch_weights.py.</summary>
[StaticNet]
[Input(7, 6, 3)]
[DepthwiseConv2D(3, DepthMultiplier = 2, Activation = Activation.Relu)]
[Conv2D(4, 1, Activation = Activation.Relu)]
[GlobalAveragePooling2D]
[Dense(3, Activation = Activation.Softmax)]
public sealed partial class TorchDepthwiseNet;

/// <summary>The dense net of tools/reference/torch_weights.py.</summary>
[StaticNet]
[Input(6)]
[Dense(7, Activation = Activation.Tanh)]
[Dense(3, Activation = Activation.Softmax)]
public sealed partial class TorchDenseNet;

/// <summary>The net of the smallest files: 15 weights.</summary>
[StaticNet]
[Input(4)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9)]
public sealed partial class SmallNet;

/// <summary>Linear, so that equal weights and inputs of 1 give outputs of 513 times the weight.</summary>
[StaticNet]
[Input(512)]
[Dense(64)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ServedNet;

/// <summary>Outputs without a loss: a layer that is read on, a view of it, and a frozen head; labels for one output and targets for the other.</summary>
[StaticNet]
[Input(4, Name = "left")]
[Input(3, Name = "right")]
[Concatenate("left", "right")]
[Dense(6, Activation = Activation.Tanh, Name = "features")]
[Reshape(2, 3, Name = "grid")]
[Dense(5, From = "features", Frozen = true, Name = "head")]
[Dense(3, From = "features", Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "features", Name = "place")]
[Output("features")]
[Output("grid")]
[Output("head")]
[Output("kind", Loss.SparseCategoricalCrossentropy, Weight = 0.5, Metrics = [Metric.Accuracy])]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.1)]
public sealed partial class FreeOutputNet;

/// <summary>The same without the outputs that have no loss.</summary>
[StaticNet]
[Input(4, Name = "left")]
[Input(3, Name = "right")]
[Concatenate("left", "right")]
[Dense(6, Activation = Activation.Tanh, Name = "features")]
[Dense(3, From = "features", Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "features", Name = "place")]
[Output("kind", Loss.SparseCategoricalCrossentropy, Weight = 0.5, Metrics = [Metric.Accuracy])]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.1)]
public sealed partial class PairNet;

/// <summary>Only the last output has a loss, and the other one is what it is fused with.</summary>
[StaticNet]
[Input(4)]
[Dense(3, Name = "logits")]
[Output("logits")]
[Activation(Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy])]
public sealed partial class LogitNet;

/// <summary>A sequence of words, all of which may be masked.</summary>
[StaticNet]
[Input(3)]
[Embedding(5, 2, MaskZero = true)]
[GlobalAveragePooling1D]
public sealed partial class WordNet;

/// <summary>No weights at all.</summary>
[StaticNet]
[Input(4)]
[ReLU]
public sealed partial class PlainNet;

/// <summary>Nadam whose momenta multiply to 0 only after a long time.</summary>
[StaticNet]
[Input(4)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Nadam, Beta1 = 0.99999999)]
public sealed partial class NadamNet;

/// <summary>Gives its input, for a loss of small errors.</summary>
[StaticNet]
[Input(1)]
[Dense(1)]
[Compile(Loss.LogCosh, Optimizer.Sgd)]
public sealed partial class LogCoshNet;

/// <summary>Gives its input, for a loss of small ratios.</summary>
[StaticNet]
[Input(1)]
[Dense(1)]
[Compile(Loss.MeanSquaredLogarithmicError, Optimizer.Sgd)]
public sealed partial class LogarithmicNet;

/// <summary>Gives its input's sigmoid.</summary>
[StaticNet]
[Input(1)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class CrossentropyNet;

/// <summary>Metrics of two of its classes alone.</summary>
[StaticNet]
[Input(4)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy, Metric.Recall], ClassIds = [2, 0])]
public sealed partial class ClassNet;

/// <summary>The images' net of tools/reference/torch_defaults.py, as docs/weights.md says that PyTorch's layers are written here.</summary>
[StaticNet]
[Input(9, 8, 3)]
[ZeroPadding2D(1)]
[Conv2D(4, 3, Strides = 2)]
[BatchNormalization(Epsilon = 1e-5, Momentum = 0.9)]
[LeakyReLU(NegativeSlope = 0.01)]
[ZeroPadding2D(1)]
[AveragePooling2D(3, Strides = 2)]
[GroupNormalization(2, Epsilon = 1e-5)]
[PReLU(SharedAxes = [1, 2], AlphaInitializer = Initializer.Constant, AlphaConstant = 0.25)]
[GlobalAveragePooling2D]
[Dense(2)]
public sealed partial class TorchNormalizedNet;

/// <summary>The rows' net of it.</summary>
[StaticNet]
[Input(6)]
[Dense(8)]
[LayerNormalization(Epsilon = 1e-5)]
[Activation(Activation.Gelu)]
[Dense(5)]
[PReLU(AlphaInitializer = Initializer.Constant, AlphaConstant = 0.25)]
[Dense(4)]
[ELU]
[Dense(2)]
public sealed partial class TorchRowsNet;

/// <summary>The images' net with Keras' defaults, which the same file fits.</summary>
[StaticNet]
[Input(9, 8, 3)]
[ZeroPadding2D(1)]
[Conv2D(4, 3, Strides = 2)]
[BatchNormalization]
[LeakyReLU]
[ZeroPadding2D(1)]
[AveragePooling2D(3, Strides = 2)]
[GroupNormalization(2)]
[PReLU(SharedAxes = [1, 2])]
[GlobalAveragePooling2D]
[Dense(2)]
public sealed partial class KerasNormalizedNet;
