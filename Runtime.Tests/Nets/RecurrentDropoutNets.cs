namespace StaticNets.Tests.Nets;

// One mask of the input and one of the state; behind a layer, so that its gradient goes through.
[StaticNet]
[Input(5, 3)]
[Dense(4)]
[SimpleRNN(17, Dropout = 0.3, RecurrentDropout = 0.4, ReturnSequences = true, RecurrentL2 = 0.01)]
[SimpleRNN(3, RecurrentDropout = 0.5, GoBackwards = true)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropRnn;

// A mask for each gate of both sides, in sequences and last states, without a bias; the input alone has one for all.
[StaticNet]
[Input(5, 3)]
[Dense(5)]
[LSTM(17, Dropout = 0.25, RecurrentDropout = 0.3, ReturnSequences = true, L2 = 0.01, RecurrentL1 = 0.001)]
[LSTM(6, Dropout = 0.4, ReturnSequences = true, GoBackwards = true)]
[LSTM(5, RecurrentDropout = 0.4, UseBias = false)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropLstm;

// The gates of either place of the reset; the blend reads the state as it is.
[StaticNet]
[Input(5, 3)]
[Dense(5)]
[GRU(17, Dropout = 0.25, RecurrentDropout = 0.3, ReturnSequences = true)]
[GRU(9, Dropout = 0.25, RecurrentDropout = 0.3, ReturnSequences = true, ResetAfter = false)]
[GRU(5, RecurrentDropout = 0.4, ResetAfter = false, GoBackwards = true)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropGru;

// Masked steps, both directions, and a frozen layer.
[StaticNet]
[Input(4)]
[Embedding(4, 3, MaskZero = true)]
[Bidirectional]
[GRU(3, Dropout = 0.3, RecurrentDropout = 0.3, ReturnSequences = true)]
[Bidirectional(MergeMode = MergeMode.Sum)]
[LSTM(4, Dropout = 0.2, RecurrentDropout = 0.2, ReturnSequences = true)]
[SimpleRNN(4, RecurrentDropout = 0.2, Frozen = true, ReturnSequences = true)]
[TimeDistributed]
[Dense(3)]
[GRU(2, ResetAfter = false, RecurrentDropout = 0.3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class DropMasked;

// The test makes masks visible: with identities as kernels the states are sums of inputs times them.
[StaticNet]
[Input(3, 17)]
[SimpleRNN(17, Activation = Activation.Linear, UseBias = false, ReturnSequences = true, Dropout = 0.25, RecurrentDropout = 0.5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "RecurrentDropoutTests")]
public sealed partial class DropVisible;

// The same of the gates: where one multiplies and others are 1 by their bias, the state is the input times its mask.
[StaticNet]
[Input(1, 17)]
[LSTM(17, Activation = Activation.Linear, RecurrentActivation = Activation.Linear, Dropout = 0.25, RecurrentDropout = 0.1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "RecurrentDropoutTests")]
public sealed partial class DropVisibleGates;

[StaticNet]
[Input(1, 17)]
[LSTM(17, Activation = Activation.Linear, RecurrentActivation = Activation.Linear, Dropout = 0.25)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "RecurrentDropoutTests")]
public sealed partial class DropVisibleInput;

[StaticNet]
[Input(1, 17)]
[Bidirectional]
[SimpleRNN(17, Activation = Activation.Linear, UseBias = false, Dropout = 0.25)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "RecurrentDropoutTests")]
public sealed partial class DropVisibleDirections;
