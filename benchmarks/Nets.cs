using StaticNets;

namespace StaticNets.Benchmarks;

// The nets that are measured. The same in PyTorch: Peers/pytorch_nets.py.

/// <summary>The convolutional net of the README.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)]
[Dropout(0.5)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class CnnNet;

/// <summary>A multilayer perceptron.</summary>
[StaticNet]
[Input(784)]
[Dense(128, Activation = Activation.Relu)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class MlpNet;

/// <summary>LeNet-5, with ReLU and max-pooling.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Relu)]
[Dense(84, Activation = Activation.Relu)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class LenetNet;

/// <summary>The second convolution of the CNN alone. The one before it has weights, so that its input's gradient is wanted.</summary>
[StaticNet]
[Input(13, 13, 32)]
[Conv2D(32, 1, Name = "before")]
[Conv2D(64, 3, Name = "measured")]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
internal sealed partial class ConvNet;

/// <summary>The same with the direct algorithm.</summary>
[StaticNet]
[Input(13, 13, 32)]
[Conv2D(32, 1, Name = "before")]
[Conv2D(64, 3, Name = "measured", Algorithm = ConvolutionAlgorithm.Direct)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
internal sealed partial class ConvDirectNet;
