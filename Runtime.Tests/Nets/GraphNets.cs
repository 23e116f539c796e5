namespace StaticNets.Tests.Nets;

// The residual block: a convolution's output added to its input.
[StaticNet]
[Input(6, 7, 3)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Relu, Name = "stem")]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(8, 3, Padding = Padding.Same)]
[Add("stem")]
[Activation(Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class GraphResidual;

// Branches of 3, 8 and 5 channels side by side; then along the height, then along the width.
[StaticNet]
[Input(6, 5, 2)]
[Conv2D(3, 1, Name = "a")]
[Conv2D(8, 3, Padding = Padding.Same, From = "input_layer", Activation = Activation.Relu, Name = "b")]
[MaxPooling2D(3, Strides = 1, Padding = Padding.Same, From = "input_layer")]
[Conv2D(5, 1, Name = "c")]
[Concatenate("a", "b", "c", Name = "channels")]
[Conv2D(16, 2, Activation = Activation.Tanh, Name = "square")]
[Conv2D(16, new[] { 3, 2 }, From = "channels", Name = "lower")]
[Concatenate("square", "lower", Axis = 1, Name = "rows")]
[Conv2D(16, new[] { 1, 3 }, From = "rows")]
[Concatenate("rows", Axis = -2)]
[Conv2D(2, 3, Strides = 2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GraphConcatenate;

// One branch read three times: its gradient is the sum of three.
[StaticNet]
[Input(9)]
[Dense(12, Activation = Activation.Tanh, Name = "shared")]
[Dense(7, Activation = Activation.Relu, Name = "a")]
[Dense(7, From = "shared", Name = "b")]
[Dense(12, From = "shared", Activation = Activation.Sigmoid)]
[Add("shared", Name = "c")]
[Concatenate("a", "b", "c")]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class GraphThrice;

// Two inputs of different rank, and the first one read twice.
[StaticNet]
[Input(4, 5, 2, Name = "image")]
[Input(3, Name = "numbers")]
[Dense(8, Activation = Activation.Relu, Name = "n")]
[Conv2D(4, 3, From = "image", Activation = Activation.Relu)]
[Flatten(Name = "i")]
[AveragePooling2D(2, From = "image")]
[Flatten(Name = "p")]
[Concatenate("i", "p", "n", "numbers")]
[Dense(4, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class GraphTwoInputs;

// A sum of four, and a layer added to itself.
[StaticNet]
[Input(5)]
[Dense(11, Activation = Activation.Tanh, Name = "a")]
[Dense(11, Activation = Activation.Sigmoid, Name = "b")]
[Dense(11, Name = "c")]
[Dense(11, Activation = Activation.Elu, Name = "d")]
[Add("d", "b", "a", "c", Name = "sum")]
[Add("sum", "sum")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GraphSums;

// From a vector to an image and back; a reshape as the last layer.
[StaticNet]
[Input(11)]
[Dense(24, Activation = Activation.Relu)]
[Reshape(4, 3, 2)]
[Conv2D(6, 2, Activation = Activation.Relu)]
[Reshape(-1, 4)]
[Dense(5, Activation = Activation.Tanh)]
[Flatten]
[Dense(6)]
[Reshape(2, 3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GraphReshape;

// The convolution that could take pooling into itself is also read by another layer, so it must be kept whole.
[StaticNet]
[Input(9, 9, 1)]
[Conv2D(8, 3, Activation = Activation.Relu, Name = "kept")]
[MaxPooling2D(2)]
[Flatten(Name = "pooled")]
[GlobalAveragePooling2D(From = "kept")]
[Concatenate("pooled")]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GraphKept;

// Merges as the first and the last layer; the output concatenates rows.
[StaticNet]
[Input(4, 3, Name = "a")]
[Input(4, 3, Name = "b")]
[Add("a", "b")]
[Dense(3, Activation = Activation.Tanh, Name = "c")]
[Dense(3, From = "b", Name = "d")]
[Concatenate("c", "d", Axis = 1)]
[Compile(Loss.MeanAbsoluteError, Optimizer.Sgd)]
public sealed partial class GraphEnds;
