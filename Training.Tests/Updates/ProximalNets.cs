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
