using StaticNets;

/// <summary>Tells from a point's two coordinates in which of two half-moons it lies.</summary>
[StaticNet]
[Input(2)]
[Dense(32, Activation = Activation.Relu)]
[Dense(16, Activation = Activation.Relu)]
[Dense(2, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.01, Metrics = [Metric.Accuracy])]
public sealed partial class MoonNet;
