namespace StaticNets.Tests.Nets;

// Valid: 17 channels are one vector and one lane, 29 steps several tiles and a remainder; then one filter, and a kernel of one tap.
[StaticNet]
[Input(31, 3)]
[Conv1D(17, 3, Activation = Activation.Relu)]
[Conv1D(1, 4)]
[Conv1D(5, 1, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequenceValid;

// Same: an even kernel, a stride, one that reaches beyond the sequence; the activation needs a pass of its own.
[StaticNet]
[Input(19, 2)]
[Conv1D(8, 4, Padding = Padding.Same, Activation = Activation.LeakyRelu)]
[Conv1D(6, 5, Strides = 2, Padding = Padding.Same, Activation = Activation.Gelu)]
[Conv1D(3, 15, Padding = Padding.Same)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequenceSame;

// Causal: dilations as in WaveNet, the last of them wider than the sequence; then with a stride.
[StaticNet]
[Input(21, 2)]
[Conv1D(9, 2, Padding = Padding.Causal, Activation = Activation.Relu)]
[Conv1D(8, 3, Padding = Padding.Causal, DilationRate = 4, Activation = Activation.Relu)]
[Conv1D(7, 3, Padding = Padding.Causal, DilationRate = 12, Activation = Activation.Tanh)]
[Conv1D(4, 3, Padding = Padding.Causal, Strides = 2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequenceCausal;

// Valid with dilation and with a stride that leaves steps unread; no bias, and all penalties.
[StaticNet]
[Input(24, 4)]
[Conv1D(16, 3, DilationRate = 3, UseBias = false, L1 = 0.001, L2 = 0.002)]
[Conv1D(5, 2, Strides = 3, L1 = 0.003, BiasL1 = 0.002, BiasL2 = 0.004, Activation = Activation.Sigmoid)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequenceStrides;
