namespace StaticNets.Tests.Nets;

// Small versions of the nets that people build, whole: what tools/reference/train_whole_nets.py trains with PyTorch, each with another optimizer.

/// <summary>A residual block, whose shortcut is what it reads.</summary>
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Add(Block.Input)]
[Activation(Activation.Relu)]
public sealed class WholeResidualBlockAttribute(int filters) : BlockAttribute(filters);

/// <summary>One that shrinks the picture, with a projection as its shortcut.</summary>
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9, Name = "main")]
[Conv2D(Block.Filters, 1, Strides = Block.Strides, UseBias = false, From = Block.Input)]
[BatchNormalization(Momentum = 0.9)]
[Add("main")]
[Activation(Activation.Relu)]
public sealed class WholeProjectionBlockAttribute(int filters) : BlockAttribute(filters);

[StaticNet]
[Input(8, 7, 2)]
[Conv2D(8, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[WholeResidualBlock(8)]
[WholeProjectionBlock(12, Strides = 2)]
[GlobalAveragePooling2D]
[Dense(4, Activation = Activation.Softmax, L2 = 0.01)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class WholeResidual;

/// <summary>MobileNet's block.</summary>
[SeparableConv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.95)]
[Activation(Activation.Relu)]
public sealed class WholeSeparableBlockAttribute(int filters) : BlockAttribute(filters);

[StaticNet]
[Input(11, 10, 1)]
[Conv2D(6, 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.95)]
[Activation(Activation.Relu)]
[WholeSeparableBlock(10)]
[WholeSeparableBlock(17, Strides = 2)]
[GlobalAveragePooling2D]
[Dense(5, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Momentum = 0.9, Nesterov = true)]
public sealed partial class WholeSeparable;

[StaticNet]
[Input(9)]
[Embedding(13, 6)]
[Bidirectional]
[LSTM(7, RecurrentL2 = 0.001)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.RmsProp)]
public sealed partial class WholeText;

/// <summary>A block of a decoder: attention to the steps before, then a dense layer for each step.</summary>
[LayerNormalization]
[MultiHeadAttention(2, 4, UseCausalMask = true)]
[Add(Block.Input, Name = "attended")]
[LayerNormalization]
[Dense(2 * Block.Filters, Activation = Activation.Gelu)]
[Dense(Block.Filters)]
[Add("attended")]
public sealed class WholeDecoderBlockAttribute(int filters) : BlockAttribute(filters);

// The gradient of a key's bias is 0 but for rounding. Epsilon keeps the optimizer from making a step of that.
[StaticNet]
[Input(7)]
[Embedding(9, 8)]
[PositionEmbedding]
[WholeDecoderBlock(8, Repeat = 2)]
[LayerNormalization]
[Dense(9, Activation = Activation.Softmax)]
[Checked(SmallGradient = "/key_bias")]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.AdamW, Epsilon = 1e-3)]
public sealed partial class WholeTransformer;

[StaticNet]
[Input(8, 12, 1)]
[Conv2D(6, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(8, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Flatten]
[Dense(5)]
[Dense(2 * 3 * 8, Activation = Activation.Relu, L1 = 0.0001)]
[Reshape(2, 3, 8)]
[Conv2DTranspose(6, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(1, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Adam)]
public sealed partial class WholeAutoencoder;

[StaticNet]
[Input(16, 1, Name = "signal")]
[Input(1, Name = "temperature")]
[Conv1D(6, 5, From = "signal", Activation = Activation.Relu)]
[MaxPooling1D(2)]
[Conv1D(9, 3, Activation = Activation.Relu)]
[Flatten]
[Dense(10, Activation = Activation.Relu, Name = "heard")]
[Dense(3, Activation = Activation.Softmax, Name = "form")]
[Concatenate("heard", "temperature")]
[Dense(8, Activation = Activation.Relu)]
[Dense(1, Name = "loudness")]
[Output("form", Loss.SparseCategoricalCrossentropy, Weight = 0.2)]
[Compile(Loss.MeanSquaredError, Optimizer.Adamax)]
public sealed partial class WholeTwoOutputs;

[StaticNet]
[Input(4)]
[Dense(17, Activation = Activation.Tanh)]
[Dense(16, Activation = Activation.Tanh)]
[Dense(16, Activation = Activation.Tanh)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Nadam)]
public sealed partial class WholePhysics;
