namespace StaticNets.Tests.Nets;

// Softmax fused with targets that are distributions; 17 classes.
[StaticNet]
[Input(5)]
[Dense(17, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossCategorical;

// Softmax fused with labels; 33 classes. The softmax is a layer of its own.
[StaticNet]
[Input(5)]
[Dense(33)]
[Activation(Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossSparse;

// Two classes: the narrowest softmax.
[StaticNet]
[Input(3)]
[Dense(2, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossTwo;

// Sigmoid fused, eight outputs and a broken vector.
[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class LossBinary;

// The cross-entropy of probabilities that a sigmoid made: normalized, then clipped.
[StaticNet]
[Input(5)]
[Dense(6, Activation = Activation.Sigmoid)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossCategoricalOdd;

// The same with labels, of probabilities that a reshape hides from the fusion.
[StaticNet]
[Input(5)]
[Dense(12, Activation = Activation.Sigmoid)]
[Reshape(3, 4)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossSparseOdd;

// The binary cross-entropy of a softmax: not fused.
[StaticNet]
[Input(5)]
[Dense(7, Activation = Activation.Softmax)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class LossBinaryOdd;

// The squared error of a sigmoid, one output.
[StaticNet]
[Input(4)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class LossSquared;

// The absolute error, linear, in rows: the mean goes over the last axis, then over rows.
[StaticNet]
[Input(4, 5)]
[Dense(3)]
[Compile(Loss.MeanAbsoluteError, Optimizer.Sgd)]
public sealed partial class LossAbsolute;

// Run on logits of hundreds: the fused losses neither overflow nor clip.
[StaticNet]
[Checked(InputScale = 400, Slack = 20)]
[Input(5)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossExtreme;

[StaticNet]
[Checked(InputScale = 400, Slack = 20)]
[Input(5)]
[Dense(9, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
public sealed partial class LossExtremeBinary;
