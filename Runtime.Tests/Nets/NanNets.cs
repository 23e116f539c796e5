namespace StaticNets.Tests.Nets;

// NaN that a comparison could hide: NanCheck puts one at some inputs of every net, and NanTests at each of these nets' inputs.

// Windows, all positions, and merges of two and three.
[StaticNet]
[Input(4, 1)]
[MaxPooling1D(4)]
public sealed partial class NanWindow;

[StaticNet]
[Input(6, 17)]
[GlobalMaxPooling1D]
public sealed partial class NanPositions;

[StaticNet]
[Input(3, Name = "a")]
[Input(3, Name = "b")]
[Input(3, Name = "c")]
[Maximum("a", "b", "c", Name = "largest")]
[Minimum("a", "b", "c", Name = "least")]
[Concatenate("largest", "least")]
public sealed partial class NanMerges;

// Fused poolings: of filters side by side, of columns side by side, and by Winograd's algorithm.
[StaticNet]
[Input(4, 6, 3)]
[Conv2D(17, 1, Activation = Activation.Relu)]
[MaxPooling2D(new[] { 2, 3 })]
public sealed partial class NanFused;

[StaticNet]
[Input(4, 34, 1)]
[Conv2D(3, 1, Activation = Activation.Relu)]
[MaxPooling2D(2)]
public sealed partial class NanPlanar;

[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(6, 6, 3)]
[Conv2D(5, 3)]
[MaxPooling2D(2)]
public sealed partial class NanWinograd;

// The same in training, where the winners are kept.
[StaticNet]
[Input(4, 6, 3)]
[Conv2D(17, 1, Activation = Activation.Relu)]
[MaxPooling2D(new[] { 2, 3 })]
[Flatten]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NanTrained;

// What is kept within bounds.
[StaticNet]
[Input(19)]
[ReLU(MaxValue = 2, NegativeSlope = 0.1, Threshold = 0.1)]
[LeakyReLU]
[Activation(Activation.Relu)]
[Activation(Activation.Relu6)]
[Activation(Activation.HardSigmoid)]
[Activation(Activation.HardTanh)]
[Activation(Activation.SoftShrink)]
[Activation(Activation.SparsePlus)]
[Activation(Activation.Elu)]
public sealed partial class NanBounds;

[StaticNet]
[Input(19)]
[Activation(Activation.Sparsemax)]
public sealed partial class NanSparsemax;
