using StaticNets;

namespace FashionMnist;

// Three nets of one shape. They differ only in what keeps them from learning the training pictures by heart.

/// <summary>Nothing does.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.001, Metrics = new[] { Metric.Accuracy })]
public sealed partial class PlainNet;

/// <summary>Each training step leaves out half of the hidden features, so that none can be relied on alone. Predictions use all of them.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu)]
[Dropout(0.5)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.001, Metrics = new[] { Metric.Accuracy })]
public sealed partial class DropoutNet;

/// <summary>Weights cost something: L1 drives those that bring little to zero, L2 keeps the others small.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.001, Metrics = new[] { Metric.Accuracy })]
public sealed partial class PenaltyNet;
