namespace StaticNets.Codegen.App;

/// <summary>The smallest net that people call deep.</summary>
[StaticNet]
[Input(784)]
[Dense(128, Activation = Activation.Relu)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class MlpNet;
