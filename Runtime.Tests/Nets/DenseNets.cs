namespace StaticNets.Tests.Nets;

// Widths below and around one narrow vector, each the input of the next; in and out of 1.
[StaticNet]
[Input(1)]
[Dense(2, Activation = Activation.Tanh)]
[Dense(3)]
[Dense(5, Activation = Activation.Tanh)]
[Dense(7)]
[Dense(8, Activation = Activation.Tanh)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DenseNarrow;

// Widths around one and two vectors of 8 and 16.
[StaticNet]
[Input(9)]
[Dense(15, Activation = Activation.Tanh)]
[Dense(16)]
[Dense(17, Activation = Activation.Tanh)]
[Dense(31)]
[Dense(33, Activation = Activation.Tanh)]
[Dense(9)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DenseMiddle;

// Widths around four vectors of 16, one unit less and one more; a softmax of 10.
[StaticNet]
[Input(65)]
[Dense(64, Activation = Activation.Relu)]
[Dense(63, Activation = Activation.Relu)]
[Dense(65, Activation = Activation.Relu)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class DenseWide;

// Longer than any tile in both directions: loops around the tile with a remainder.
[StaticNet]
[Input(300)]
[Dense(130, Activation = Activation.Relu)]
[Dense(97)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class DenseLong;

// The smallest useful net: unrolled whole.
[StaticNet]
[Input(2)]
[Dense(4, Activation = Activation.Tanh)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class DenseTiny;

// A single layer: no input gradient at all.
[StaticNet]
[Input(6)]
[Dense(5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DenseAlone;

// Layers without a bias, first, in the middle and last.
[StaticNet]
[Input(7)]
[Dense(16, UseBias = false, Activation = Activation.Relu)]
[Dense(8, UseBias = false)]
[Dense(3, UseBias = false)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DenseNoBias;

// Dense over the last axis of a rank-3 batch; the loss counts rows, the labels are one a row.
[StaticNet]
[Input(5, 7)]
[Dense(9, Activation = Activation.Gelu)]
[Dense(17)]
[Dense(4, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class DenseRows;

// Dense straight on the pixels of a convolution's output, then flattened.
[StaticNet]
[Input(5, 4, 2)]
[Conv2D(6, 3, Activation = Activation.Relu)]
[Dense(5, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DensePixels;
