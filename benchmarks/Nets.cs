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

/// <summary>The net of sample 03, which learns beside a running machine.</summary>
[StaticNet]
[Input(16)]
[Dense(32, Activation = Activation.Tanh)]
[Dense(16, Activation = Activation.Tanh)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
internal sealed partial class PumpNet;

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

/// <summary>A recurrent classifier of sequences.</summary>
[StaticNet]
[Input(80, 64)]
[LSTM(128)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class LstmNet;

/// <summary>Self-attention, then two dense layers at each step; what each half reads is added to its result, and the sum normalized.</summary>
[MultiHeadAttention(4, 32)]
[Add(Block.Input)]
[LayerNormalization(Name = "attended")]
[Dense(512, Activation = Activation.Relu)]
[Dense(128)]
[Add("attended")]
[LayerNormalization]
internal sealed class EncoderAttribute : BlockAttribute;

/// <summary>A small transformer that classifies sequences.</summary>
[StaticNet]
[Input(64, 128)]
[Encoder(Repeat = 2)]
[GlobalAveragePooling1D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class TransformerNet;

/// <summary>A residual block that keeps the shape.</summary>
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Add(Block.Input)]
[Activation(Activation.Relu)]
internal sealed class ResidualAttribute(int filters) : BlockAttribute(filters);

/// <summary>A residual block that halves the picture; a convolution of single pixels makes what it reads fit the sum.</summary>
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Name = "main")]
[Conv2D(Block.Filters, 1, Strides = Block.Strides, UseBias = false, From = Block.Input)]
[BatchNormalization]
[Add("main")]
[Activation(Activation.Relu)]
internal sealed class ProjectionAttribute(int filters) : BlockAttribute(filters);

/// <summary>A ResNet of three stages of two blocks.</summary>
[StaticNet]
[Input(32, 32, 3)]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Residual(16, Repeat = 2)]
[Projection(32, Strides = 2)]
[Residual(32)]
[Projection(64, Strides = 2)]
[Residual(64)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class ResnetNet;

/// <summary>MobileNet's block: a depthwise convolution, and one of single pixels.</summary>
[DepthwiseConv2D(3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu6)]
[Conv2D(Block.Filters, 1, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu6)]
internal sealed class SeparableAttribute(int filters) : BlockAttribute(filters);

/// <summary>MobileNet (v1) with alpha 0.25.</summary>
[StaticNet]
[Input(96, 96, 3)]
[Conv2D(8, 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu6)]
[Separable(16)]
[Separable(32, Strides = 2)]
[Separable(32)]
[Separable(64, Strides = 2)]
[Separable(64)]
[Separable(128, Strides = 2)]
[Separable(128, Repeat = 5)]
[Separable(256, Strides = 2)]
[Separable(256)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
internal sealed partial class MobilenetNet;

/// <summary>Convolutions shrink the picture, transposed ones rebuild it.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(64, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(64, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(32, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(1, 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Adam)]
internal sealed partial class AutoencoderNet;
