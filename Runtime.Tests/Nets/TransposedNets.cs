namespace StaticNets.Tests.Nets;

// An autoencoder: halved and doubled again, 3x3 and 2x2 kernels with strides of 2, one filter at the end.
[StaticNet]
[Input(8, 12, 1)]
[Conv2D(16, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(20, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(17, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(1, 2, Strides = 2, Padding = Padding.Same)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class TransposedAutoencoder;

// Strides of 1, where it is a convolution with the kernel turned: valid, same, dilated; with a penalty.
[StaticNet]
[Input(5, 6, 3)]
[Conv2DTranspose(9, 3, Activation = Activation.Tanh, L1 = 0.01, BiasL2 = 0.02)]
[Conv2DTranspose(6, new[] { 2, 4 }, Padding = Padding.Same, UseBias = false, L2 = 0.01)]
[Conv2DTranspose(4, 3, DilationRatePerAxis = new[] { 2, 1 }, Padding = Padding.Same, Activation = Activation.Silu)]
[Conv2DTranspose(3, 2, DilationRate = 3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class TransposedDense;

// Strides larger than the kernel, whose gaps hold the bias alone; unequal strides; both with and without padding.
[StaticNet]
[Input(3, 4, 2)]
[Conv2DTranspose(5, 1, Strides = 2)]
[Conv2DTranspose(18, new[] { 2, 3 }, StridesPerAxis = new[] { 3, 2 }, Activation = Activation.Relu)]
[Conv2DTranspose(3, 2, StridesPerAxis = new[] { 1, 3 }, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class TransposedGaps;

// Output padding, valid and same, equal and not; 5x5 with a stride of 2, where phases have 3 and 2 taps. Two readers of one value: the second adds its gradient.
[StaticNet]
[Input(2, 3, 2)]
[Conv2DTranspose(6, 3, Strides = 3, OutputPadding = 2, Activation = Activation.Sigmoid)]
[Conv2DTranspose(4, 3, Strides = 2, OutputPaddingPerAxis = new[] { 0, 1 }, Padding = Padding.Same, Name = "both")]
[Conv2DTranspose(3, 5, Strides = 2, Padding = Padding.Same, Name = "a")]
[Conv2DTranspose(5, 4, Strides = 2, Padding = Padding.Same, From = "both")]
[Concatenate("a")]
[AveragePooling2D(6, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class TransposedPadded;

// Wide kernels, whose edges are looked at tap by tap.
[StaticNet]
[Input(2, 9, 3)]
[Conv2DTranspose(19, new[] { 1, 13 }, StridesPerAxis = new[] { 1, 2 }, Padding = Padding.Same)]
[Conv2DTranspose(4, new[] { 3, 17 }, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class TransposedWide;

// Batch normalization behind each kind of kernel: where the net predicts, it is folded in, with a bias for a layer that has none.
[StaticNet]
[Input(4, 5, 3)]
[Conv2DTranspose(7, 3, Strides = 2, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Tanh)]
[DepthwiseConv2D(3, DepthMultiplier = 2, UseBias = false)]
[BatchNormalization]
[Activation(Activation.LeakyRelu)]
[SeparableConv2D(6, 2, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Tanh)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Slack = 2)] // one small image a batch: what a normalization takes away leaves few digits
public sealed partial class TransposedNormalized;

// Inference alone.
[StaticNet]
[Input(4, 4, 5)]
[Conv2DTranspose(3, 3, Strides = 2, Activation = Activation.Softmax)]
public sealed partial class TransposedInference;
