using StaticNets;

namespace EmbeddedTrainer;

/// <summary>Expects the next reading from the last sixteen.</summary>
[StaticNet]
[Input(16)]
[Dense(32, Activation = Activation.Tanh)]
[Dense(16, Activation = Activation.Tanh)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.001)]
internal sealed partial class PumpNet;
