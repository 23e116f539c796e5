namespace StaticNets.Tests.Nets;

// The chain that is fused into one pass: convolution, ReLU, pooling. 11 pooled by 2 reads 10; 5 pooled by 2 reads 4.
[StaticNet]
[Input(13, 13, 1)]
[Conv2D(8, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class PoolFused;

// The same with other filters and an even size; the activation is a layer of its own.
[StaticNet]
[Input(10, 14, 3)]
[Conv2D(20, 3, Padding = Padding.Same)]
[Activation(Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(6, 3)]
[Activation(Activation.Relu)]
[MaxPooling2D(new[] { 3, 2 })]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolFusedLayers;

// GELU falls and rises: the pooling may not move before it. LeakyReLU and tanh only rise.
[StaticNet]
[Input(15, 13, 2)]
[Conv2D(8, 3, Activation = Activation.Gelu)]
[MaxPooling2D(2)]
[Conv2D(10, 3, Padding = Padding.Same, Activation = Activation.LeakyRelu)]
[MaxPooling2D(2)]
[Conv2D(4, 1, Activation = Activation.Tanh)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolCurved;

// Windows that overlap: a pixel may win several times. Valid leaves a column over, same pads one.
[StaticNet]
[Input(11, 12, 2)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(3, Strides = 2)]
[Conv2D(8, 1, Activation = Activation.Tanh)]
[MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolOverlapping;

// Same padding over odd sizes, where the last window is cut; all values may be negative, so padding must not win.
[StaticNet]
[Input(7, 9, 3)]
[Conv2D(7, 1)]
[MaxPooling2D(2, Padding = Padding.Same)]
[Conv2D(16, 1)]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolSame;

// Windows and strides that differ by axis, gaps between windows, a window of one pixel.
[StaticNet]
[Input(13, 14, 2)]
[Conv2D(9, 2, Activation = Activation.Silu)]
[MaxPooling2D(new[] { 2, 3 }, StridesPerAxis = new[] { 1, 2 })]
[MaxPooling2D(2, Strides = 3)]
[Conv2D(3, 1)]
[MaxPooling2D(1)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolUneven;

// Average pooling, valid and same: a cut window divides by the pixels it has.
[StaticNet]
[Input(11, 13, 2)]
[Conv2D(6, 2, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Conv2D(17, 1, Activation = Activation.Relu)]
[AveragePooling2D(3, Strides = 2, Padding = Padding.Same)]
[AveragePooling2D(new[] { 1, 2 }, Strides = 1)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolAverage;

// Global average pooling that keeps its axes, then a convolution over the one pixel, then pooling without axes.
[StaticNet]
[Input(5, 7, 3)]
[Conv2D(17, 3, Activation = Activation.Relu)]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(6, 1, Activation = Activation.Tanh)]
[GlobalAveragePooling2D]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class PoolGlobal;

// Pooling straight on the input, and as the last layer.
[StaticNet]
[Input(9, 8, 3)]
[MaxPooling2D(2, Strides = 1)]
[AveragePooling2D(2)]
[Conv2D(5, 2)]
[MaxPooling2D(2, Strides = 1)]
[Compile(Loss.MeanAbsoluteError, Optimizer.Sgd)]
public sealed partial class PoolEnds;

// Nothing but linear maps, ReLU and maxima. Run on small whole numbers it computes exactly, meets equal maxima and zeros at every turn, and
// must send their gradients where the reference does.
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(7, 7, 2)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(5, 1)]
[MaxPooling2D(2, Strides = 1)]
[Flatten]
[Dense(4)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolTies;

// The same without the ReLU, which hides where the gradient of equal zeros goes; windows overlap and are cut by the edge.
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(5, 6, 2)]
[Conv2D(3, 1)]
[MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
[Conv2D(16, 1)]
[MaxPooling2D(2)]
[Flatten]
[Dense(4)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PoolTiesLinear;
