namespace StaticNets.Training.Tests.Updates;

/// <summary>Three classes of points with an L1 penalty that is a proximal step, on the first kernel alone.</summary>
[StaticNet]
[Input(4)]
[Dense(16, Activation = Activation.Relu, L1 = 0.02)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.01, ProximalL1 = true)]
public sealed partial class ProximalNet;

/// <summary>The same with a subgradient.</summary>
[StaticNet]
[Input(4)]
[Dense(16, Activation = Activation.Relu, L1 = 0.02)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.01)]
public sealed partial class SubgradientNet;

/// <summary>A proximal penalty and a constraint on the kernel of a recurrent layer's own state.</summary>
[StaticNet]
[Input(3, 2)]
[LSTM(4, RecurrentL1 = 0.05, RecurrentConstraint = Constraint.MaxNorm, RecurrentMaxNorm = 0.5)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.01, ProximalL1 = true)]
public sealed partial class RecurrentProximalNet;
