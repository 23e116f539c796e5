namespace StaticNets.Tests.Nets;

// One input channel, then 1 and 3; filters of 1, 3, 4.
[StaticNet]
[Input(9, 11, 1)]
[Conv2D(1, 3)]
[Conv2D(3, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(4, 3)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvOne;

// Two input channels; filters of 6, 10, 8: whole and broken vectors of 8, kernels of even size.
[StaticNet]
[Input(8, 7, 2)]
[Conv2D(6, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(10, 2, Activation = Activation.Relu)]
[Conv2D(8, 1)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvFew;

// Three input channels, then 16 and 17; filters of 16, 17, 20.
[StaticNet]
[Input(9, 8, 3)]
[Conv2D(16, 3, Activation = Activation.Relu)]
[Conv2D(17, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(20, 3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvRgb;

// Four input channels, then 33 and 64; filters of 33, 64, 31.
[StaticNet]
[Input(6, 7, 4)]
[Conv2D(33, 3, Activation = Activation.Relu)]
[Conv2D(64, 1, Activation = Activation.Relu)]
[Conv2D(31, 3, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(5, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ConvMany;

// Kernels of 5x5, 1x3, 3x1, 2x2, 1x1, valid.
[StaticNet]
[Input(11, 12, 2)]
[Conv2D(4, 5)]
[Conv2D(3, new[] { 1, 3 })]
[Conv2D(5, new[] { 3, 1 }, Activation = Activation.Tanh)]
[Conv2D(6, 2)]
[Conv2D(7, 1)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvKernels;

// The same kernels with same padding: an even kernel pads at the end only, 5x5 by two all around.
[StaticNet]
[Input(5, 6, 2)]
[Conv2D(4, 5, Padding = Padding.Same)]
[Conv2D(3, new[] { 1, 3 }, Padding = Padding.Same)]
[Conv2D(5, new[] { 3, 1 }, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(6, 2, Padding = Padding.Same)]
[Conv2D(3, 1, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvSame;

// A kernel larger than its input: every output pixel touches several edges at once. Then a kernel that covers its input exactly.
[StaticNet]
[Input(3, 2, 3)]
[Conv2D(9, 5, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(8, new[] { 3, 2 })]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvCovered;

// Stride 2 over an even height and an odd width: same pads (0,1) below and (1,1) beside; then valid with a row left over.
[StaticNet]
[Input(10, 13, 3)]
[Conv2D(8, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(16, 3, Strides = 2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvStride2;

// Stride 3, same and valid, with 5x5 and 3x3 kernels.
[StaticNet]
[Input(19, 17, 1)]
[Conv2D(10, 5, Strides = 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(4, 3, Strides = 3)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvStride3;

// Unequal strides, same and valid, with unequal kernels.
[StaticNet]
[Input(12, 11, 2)]
[Conv2D(6, 3, StridesPerAxis = new[] { 1, 2 }, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(5, new[] { 3, 2 }, StridesPerAxis = new[] { 3, 1 })]
[Conv2D(4, new[] { 2, 3 }, StridesPerAxis = new[] { 2, 3 }, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvUnequal;

// A stride beyond the kernel: input pixels that nobody reads, whose gradient is 0.
[StaticNet]
[Input(9, 9, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(8, 1, Strides = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(3, 2, Strides = 3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvSkips;

// Dilation of 2, valid and same, and unequal.
[StaticNet]
[Input(11, 12, 3)]
[Conv2D(8, 3, DilationRate = 2, Activation = Activation.Relu)]
[Conv2D(6, 3, DilationRate = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[Conv2D(4, 3, DilationRatePerAxis = new[] { 1, 2 })]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvDilated;

// Output rows of 29 and 27 pixels: several pixel tiles and a remainder; three rows, then one.
[StaticNet]
[Input(3, 29, 2)]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(8, 3, Activation = Activation.Relu)]
[GlobalAveragePooling2D]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvRow;

// Output columns: one pixel wide, and one pixel high and wide.
[StaticNet]
[Input(7, 3, 4)]
[Conv2D(20, 3, Activation = Activation.Relu)]
[Conv2D(3, new[] { 5, 1 })]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvColumn;

// No bias, with and without activation.
[StaticNet]
[Input(6, 6, 2)]
[Conv2D(8, 3, UseBias = false, Activation = Activation.Relu)]
[Conv2D(5, 3, UseBias = false, Padding = Padding.Same)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvNoBias;
