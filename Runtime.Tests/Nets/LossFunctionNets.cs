namespace StaticNets.Tests.Nets;

// Errors over a broken vector, and over rows.
[StaticNet]
[Input(5)]
[Dense(17)]
[Compile(Loss.MeanAbsolutePercentageError, Optimizer.Sgd)]
public sealed partial class LossPercentage;

[StaticNet]
[Input(4, 5)]
[Dense(3)]
[Compile(Loss.MeanSquaredLogarithmicError, Optimizer.Sgd)]
public sealed partial class LossLogarithmic;

[StaticNet]
[Input(5)]
[Dense(17)]
[Compile(Loss.Huber, Optimizer.Sgd)]
public sealed partial class LossHuber;

[StaticNet]
[Input(4, 5)]
[Dense(9)]
[Compile(Loss.Huber, Optimizer.Sgd, Delta = 0.25)]
public sealed partial class LossHuberNarrow;

[StaticNet]
[Input(5)]
[Dense(17)]
[Compile(Loss.LogCosh, Optimizer.Sgd)]
public sealed partial class LossLogCosh;

// The logarithm of a cosh that would overflow.
[StaticNet]
[Checked(InputScale = 400, Slack = 20)]
[Input(5)]
[Dense(3)]
[Compile(Loss.LogCosh, Optimizer.Sgd)]
public sealed partial class LossLogCoshFar;

// Focal losses: fused, with a power that is no whole number, and of probabilities.
[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryFocalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossBinaryFocal;

[StaticNet]
[Input(5)]
[Dense(17)]
[Activation(Activation.Sigmoid)]
[Compile(Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = 1.5, Alpha = 0.4, ApplyClassBalancing = true, LabelSmoothing = 0.1)]
public sealed partial class LossBinaryFocalBalanced;

[StaticNet]
[Input(5)]
[Dense(7, Activation = Activation.Softmax)]
[Compile(Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = 1, ApplyClassBalancing = true)]
public sealed partial class LossBinaryFocalOdd;

[StaticNet]
[Input(5)]
[Dense(7, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = 0)]
public sealed partial class LossBinaryFocalPlain;

[StaticNet]
[Input(5)]
[Dense(17, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalFocalCrossentropy, Optimizer.Sgd)]
public sealed partial class LossCategoricalFocal;

[StaticNet]
[Input(3, 5)]
[Dense(6, Activation = Activation.Sigmoid)]
[Compile(Loss.CategoricalFocalCrossentropy, Optimizer.Sgd, Gamma = 1.5, Alpha = 0.75, LabelSmoothing = 0.2)]
public sealed partial class LossCategoricalFocalOdd;

// Hinges.
[StaticNet]
[Input(5)]
[Dense(17)]
[Compile(Loss.Hinge, Optimizer.Sgd)]
public sealed partial class LossHinge;

[StaticNet]
[Input(4, 5)]
[Dense(3)]
[Compile(Loss.SquaredHinge, Optimizer.Sgd)]
public sealed partial class LossSquaredHinge;

[StaticNet]
[Input(4, 5)]
[Dense(6)]
[Compile(Loss.CategoricalHinge, Optimizer.Sgd)]
public sealed partial class LossCategoricalHinge;

// Run on larger inputs, so that some rows are right by more than 1 and have no gradient.
[StaticNet]
[Checked(InputScale = 12)]
[Input(5)]
[Dense(3)]
[Compile(Loss.CategoricalHinge, Optimizer.Sgd)]
public sealed partial class LossCategoricalHingeFar;

// Distributions, counts and directions.
[StaticNet]
[Input(5)]
[Dense(17, Activation = Activation.Softmax)]
[Compile(Loss.KlDivergence, Optimizer.Sgd)]
public sealed partial class LossDivergence;

[StaticNet]
[Input(4, 5)]
[Dense(5, Activation = Activation.Softplus)]
[Compile(Loss.Poisson, Optimizer.Sgd)]
public sealed partial class LossPoisson;

[StaticNet]
[Input(4, 5)]
[Dense(19)]
[Compile(Loss.CosineSimilarity, Optimizer.Sgd)]
public sealed partial class LossCosine;

// Smoothed labels: fused, and of probabilities.
[StaticNet]
[Input(5)]
[Dense(17, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd, LabelSmoothing = 0.1)]
public sealed partial class LossSmoothed;

[StaticNet]
[Input(5)]
[Dense(6, Activation = Activation.Sigmoid)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd, LabelSmoothing = 0.3)]
public sealed partial class LossSmoothedOdd;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd, LabelSmoothing = 0.1)]
public sealed partial class LossSmoothedBinary;

// Outputs whose losses have settings of their own.
[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh)]
[Dense(3, Name = "size")]
[Dense(4, From = "dense", Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "dense", Activation = Activation.Sigmoid)]
[Output("size", Loss.Huber, Delta = 0.5)]
[Output("kind", Loss.CategoricalCrossentropy, LabelSmoothing = 0.2)]
[Compile(Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = 3, Alpha = 0.6, ApplyClassBalancing = true)]
public sealed partial class LossOutputs;
