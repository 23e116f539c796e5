namespace StaticNets.Training.Tests.Calls;

/// <summary>More outputs than inputs.</summary>
[StaticNet]
[Input(2)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.125)]
public sealed partial class WideningNet;

/// <summary>As many outputs as inputs.</summary>
[StaticNet]
[Input(3)]
[Dense(3, Activation = Activation.Tanh)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SquareNet;
