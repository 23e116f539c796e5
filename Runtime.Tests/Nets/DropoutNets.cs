namespace StaticNets.Tests.Nets;

// The masks are seen, not known: in these nets the dropped values are also the last values of the output, where a check reads which ones
// are 0.

// Dropout as the last layer.
[StaticNet]
[Input(7)]
[Dense(33, Activation = Activation.Sigmoid)]
[Dropout(0.3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropLast;

// Dropout in the middle, read by a layer and by the output.
[StaticNet]
[Input(9)]
[Dense(17, Activation = Activation.Sigmoid)]
[Dropout(0.5, Name = "drop")]
[Dense(8, Activation = Activation.Tanh)]
[Dense(3)]
[Concatenate("dense_2", "drop")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropMiddle;

// Dropout behind a pooling that is fused, a high rate.
[StaticNet]
[Input(7, 7, 2)]
[Conv2D(8, 2, Activation = Activation.Sigmoid)]
[MaxPooling2D(2)]
[Dropout(0.9, Name = "drop")]
[Flatten(Name = "kept")]
[Dense(5, Activation = Activation.Tanh)]
[Concatenate("dense", "kept")]
[Compile(Loss.MeanAbsoluteError, Optimizer.Sgd)]
public sealed partial class DropPooled;

// A rate of 0 keeps all, and changes no bit.
[StaticNet]
[Input(6)]
[Dense(9, Activation = Activation.Sigmoid)]
[Dropout(0.0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropNone;

// A rate of 1 drops all: zeros, not NaN.
[StaticNet]
[Input(6)]
[Dense(9, Activation = Activation.Sigmoid, Name = "a")]
[Dropout(1.0, Name = "drop")]
[Dense(4)]
[Concatenate("dense", "drop")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropAll;
