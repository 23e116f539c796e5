namespace StaticNets.Tests.Nets;

// Without a loss: the program has its own.
[StaticNet]
[Input(7)]
[Dense(9, Activation = Activation.Tanh, L1 = 0.001, L2 = 0.01)]
[Dense(5, Activation = Activation.Softmax)]
[Compile(Optimizer.Adam, InputGradients = true)]
public sealed partial class InputGradientDense;

// Without a loss and without input gradients.
[StaticNet]
[Input(5)]
[Dense(6, Activation = Activation.Relu)]
[Dense(3, Activation = Activation.Sigmoid)]
[Compile(Optimizer.RmsProp)]
public sealed partial class OutsideDense;

// Few channels, directly, then a pooling, with a loss whose gradient a program can make.
[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(9, 8, 3)]
[Conv2D(6, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(8, 2, Padding = Padding.Same)]
[Flatten]
[Dense(4)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientDirect;

// Winograd's algorithm from the first layer on.
[StaticNet]
[Input(10, 9, 8)]
[Conv2D(16, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF4, Activation = Activation.Relu)]
[Conv2D(8, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF2)]
[GlobalAveragePooling2D]
[Compile(Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientWinograd;

// A depthwise convolution, a transposed one, and what only moves values in front of them.
[StaticNet]
[Input(6, 7, 3)]
[ZeroPadding2D(1)]
[UpSampling2D(2)]
[DepthwiseConv2D(3, DepthMultiplier = 2, Strides = 2, Activation = Activation.Relu)]
[Conv2DTranspose(4, 3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientDepthwise;

// Both directions, then a layer whose last step counts.
[StaticNet]
[Input(6, 5)]
[Bidirectional]
[LSTM(4, ReturnSequences = true)]
[GRU(6)]
[Dense(2)]
[Compile(Optimizer.Adam, InputGradients = true)]
public sealed partial class InputGradientRecurrent;

// Attention of a sequence to another, both inputs.
[StaticNet]
[Input(5, 8, Name = "query")]
[Input(7, 8, Name = "value")]
[MultiHeadAttention(2, 4, "query", "value", UseBias = false)]
[LayerNormalization]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, InputGradients = true)]
public sealed partial class InputGradientAttention;

// Statistics of the batch of the inputs themselves, then a residual block.
[StaticNet]
[Input(5, 6, 4, Name = "image")]
[BatchNormalization(Name = "normal")]
[Conv2D(4, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Add("image")]
[GroupNormalization(2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientResidual;

// One input holds indexes, another is read twice, a third by nobody who hands a gradient on; and two outputs, one of which the other reads.
[StaticNet]
[Input(4, Name = "words")]
[Input(4, 3, Name = "signal")]
[Embedding(11, 6, From = "words", Name = "embedded")]
[Dense(6, From = "signal", Name = "lifted", Activation = Activation.Tanh)]
[Add("embedded", "lifted", Name = "sum")]
[Concatenate("sum", "signal", Name = "beside")]
[Flatten]
[Dense(5, Activation = Activation.Sigmoid, Name = "middle", ActivityL2 = 0.1)]
[Dense(3, Activation = Activation.Softmax, Name = "last")]
[Output("middle")]
[Compile(Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientSeveral;

// The same losses as ever beside each other, each computed together with its activation.
[StaticNet]
[Input(6)]
[Dense(10, Activation = Activation.Relu, Name = "trunk")]
[Dense(12, From = "trunk")]
[Reshape(4, 3)]
[Softmax(Name = "kinds")]
[Dense(5, From = "trunk", Activation = Activation.Sigmoid, Name = "flags")]
[Dense(2, From = "trunk", Name = "free")]
[Dense(2, From = "trunk", Name = "place")]
[Output("kinds", Loss.CategoricalCrossentropy)]
[Output("flags", Loss.BinaryCrossentropy, Weight = 2)]
[Compile(Loss.MeanAbsoluteError, Optimizer.Sgd, InputGradients = true)]
[Output("free", Loss.MeanSquaredError)]
public sealed partial class InputGradientOutputs;

// Nothing is trained; the gradients go through.
[StaticNet]
[Input(6, 3)]
[Dense(8, Activation = Activation.Tanh, Frozen = true)]
[BatchNormalization(Frozen = true)]
[Flatten]
[Dense(2, Frozen = true)]
[Compile(Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientFrozen;

// An activation before the first weights; masked steps of the inputs have a gradient of 0.
[StaticNet]
[Input(5, 4)]
[Masking]
[Activation(Activation.Silu)]
[GRU(5, ReturnSequences = true)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, InputGradients = true)]
public sealed partial class InputGradientMasked;
