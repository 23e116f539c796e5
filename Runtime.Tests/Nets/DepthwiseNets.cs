namespace StaticNets.Tests.Nets;

// Channels of 1, 4, 17: one lane, less than a vector, one lane more than one. Valid and same, odd widths: edges on both sides of a row.
[StaticNet]
[Input(9, 11, 1)]
[DepthwiseConv2D(3, Padding = Padding.Same)]
[Conv2D(4, 1, Activation = Activation.Tanh)]
[DepthwiseConv2D(3, Activation = Activation.Relu)]
[Conv2D(17, 1)]
[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.LeakyRelu)]
[GlobalAveragePooling2D]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseFew;

// Many channels with a broken last vector, rows of several whole tiles; penalties on kernel and bias.
[StaticNet]
[Input(6, 27, 3)]
[Conv2D(41, 1, Activation = Activation.Relu)]
[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.Relu, DepthwiseL1 = 0.01, DepthwiseL2 = 0.02, BiasL1 = 0.001, BiasL2 = 0.03)]
[DepthwiseConv2D(2, UseBias = false, DepthwiseL2 = 0.01)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseMany;

// Strides of 2 and 3, even where padding is uneven, and unequal ones; a stride larger than the kernel leaves pixels unread.
[StaticNet]
[Input(17, 22, 2)]
[Conv2D(16, 1, Activation = Activation.Tanh)]
[DepthwiseConv2D(3, Strides = 2, Padding = Padding.Same)]
[DepthwiseConv2D(3, StridesPerAxis = new[] { 1, 2 })]
[DepthwiseConv2D(2, Strides = 3, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseStrided;

// Dilation, also together with strides, and kernels larger than what is left of the image.
[StaticNet]
[Input(13, 12, 2)]
[Conv2D(9, 1)]
[DepthwiseConv2D(3, DilationRate = 2, Activation = Activation.Relu)]
[DepthwiseConv2D(3, DilationRatePerAxis = new[] { 1, 2 }, Padding = Padding.Same)]
[DepthwiseConv2D(new[] { 2, 3 }, Strides = 2, DilationRate = 2, Padding = Padding.Same)]
[DepthwiseConv2D(5, Padding = Padding.Same, DilationRate = 3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseDilated;

// Kernels of 5x5 and 7x7, whose taps don't all fit in registers, and one so wide that its taps are looked at one by one.
[StaticNet]
[Input(8, 21, 2)]
[Conv2D(18, 1, Activation = Activation.Tanh)]
[DepthwiseConv2D(5, Padding = Padding.Same)]
[DepthwiseConv2D(7, Padding = Padding.Same, Activation = Activation.Relu)]
[DepthwiseConv2D(new[] { 1, 15 }, Padding = Padding.Same, DepthwiseL1 = 0.01)]
[DepthwiseConv2D(new[] { 3, 17 }, StridesPerAxis = new[] { 1, 2 }, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "conv2d/kernel")]
public sealed partial class DepthwiseLarge;

// Several kernels for each channel: 2, 3 and 9 of them, on 1, 2 and 6 channels.
[StaticNet]
[Input(6, 7, 1)]
[DepthwiseConv2D(3, DepthMultiplier = 2, Padding = Padding.Same, Activation = Activation.Softmax)]
[DepthwiseConv2D(2, DepthMultiplier = 3, Activation = Activation.Relu, DepthwiseL1 = 0.01, BiasL2 = 0.02)]
[DepthwiseConv2D(3, DepthMultiplier = 9, UseBias = false)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseMultiplied;

// Two readers of one value, both depthwise: the second adds to the gradient. One of them repeats the channels.
[StaticNet]
[Input(5, 6, 3)]
[Conv2D(8, 1, Activation = Activation.Tanh, Name = "both")]
[DepthwiseConv2D(3, Padding = Padding.Same, Name = "a")]
[DepthwiseConv2D(3, Padding = Padding.Same, DepthMultiplier = 2, From = "both", Name = "b")]
[Concatenate("a", "b")]
[DepthwiseConv2D(1)]
[DepthwiseConv2D(new[] { 5, 6 })]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DepthwiseShared;

// A layer of two: with a multiplier, strides, penalties on all three weights, and an activation that doesn't fit in registers.
[StaticNet]
[Input(11, 12, 3)]
[SeparableConv2D(10, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[SeparableConv2D(17, 3, Strides = 2, DepthMultiplier = 2, DepthwiseL1 = 0.01, PointwiseL2 = 0.02, BiasL1 = 0.003, Activation = Activation.Silu)]
[MaxPooling2D]
[SeparableConv2D(6, new[] { 1, 2 }, UseBias = false, PointwiseL1 = 0.01, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SeparableOptions;

// At the output, with the activation that the loss takes in, as the only layer.
[StaticNet]
[Input(4, 5, 6)]
[SeparableConv2D(3, 3, DilationRatePerAxis = new[] { 1, 2 }, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class SeparableOutput;
