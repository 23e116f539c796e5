namespace StaticNets.Tests.Nets;

// Layers called what emitted code calls other things: the worker's memory, the samples of a block, a gradient.
[StaticNet]
[Input(5, 3)]
[LSTM(8, ReturnSequences = true, Name = "scratch")]
[LSTM(5, ReturnSequences = true, Name = "gates")]
[GRU(4, ReturnSequences = true, Name = "d")]
[Flatten(Name = "memory")]
[Dense(6, Activation = Activation.Tanh, Name = "end")]
[Dense(2, Name = "array")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NamedSequence;

// One layer called what another's transformed weights are, one its gradient, one a kernel of it.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(6, 6, 8)]
[Conv2D(16, 3, Padding = Padding.Same, Name = "conv")]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Relu, Name = "conv_transformed")]
[BatchNormalization(Name = "conv_gradient")]
[MaxPooling2D(2, Name = "conv_forward")]
[Flatten(Name = "end")]
[Dense(3, Name = "n0")]
[Dense(2, Name = "conv_transposed")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NamedConvolutions;

// Three masks are one, in two steps.
[StaticNet]
[Input(4, Name = "a")]
[Input(4, Name = "b")]
[Input(4, Name = "c")]
[Embedding(3, 4, MaskZero = true, From = "a", Name = "x")]
[Embedding(3, 4, MaskZero = true, From = "b", Name = "y")]
[Embedding(3, 4, MaskZero = true, From = "c", Name = "z")]
[Add("x", "y", "z")]
[GRU(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NamedMasks;
