using StaticNets;

namespace EmbeddedTrainer;

/// <summary>The trainer's net without <c>[Compile]</c>: no training code is emitted. It reads the same weight files.</summary>
[StaticNet]
[Input(16)]
[Dense(32, Activation = Activation.Tanh)]
[Dense(16, Activation = Activation.Tanh)]
[Dense(1)]
internal sealed partial class PumpNet;
