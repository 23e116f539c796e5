namespace StaticNets.Tests.Nets;

// A sequence of one step: there is no state to multiply.
[StaticNet]
[Input(1, 3)]
[SimpleRNN(5)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "/recurrent_kernel")]
public sealed partial class RnnOneStep;

// A sequence of states under another layer, a vector and one unit; backwards; penalties on all weights.
[StaticNet]
[Input(5, 3)]
[SimpleRNN(17, ReturnSequences = true, L1 = 0.001, RecurrentL2 = 0.002, BiasL1 = 0.003)]
[SimpleRNN(32, GoBackwards = true, ReturnSequences = true, UseBias = false, L2 = 0.004, RecurrentL1 = 0.001)]
[SimpleRNN(1, GoBackwards = true)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class RnnSequences;

// Activations whose derivative reads the input, and none.
[StaticNet]
[Input(4, 2)]
[SimpleRNN(9, ReturnSequences = true, Activation = Activation.Gelu)]
[SimpleRNN(6, ReturnSequences = true, Activation = Activation.Linear)]
[SimpleRNN(4, Activation = Activation.Silu)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class RnnActivations;

// One step; the first layer's input needs no gradient.
[StaticNet]
[Input(1, 3)]
[LSTM(5)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "/recurrent_kernel")]
public sealed partial class LstmOneStep;

// Sequences forward and backwards, odd sizes, penalties on all weights; softmax of each step.
[StaticNet]
[Input(5, 3)]
[LSTM(17, ReturnSequences = true, L1 = 0.001, RecurrentL2 = 0.002, BiasL1 = 0.003)]
[LSTM(32, GoBackwards = true, ReturnSequences = true, UseBias = false, L2 = 0.004, RecurrentL1 = 0.001)]
[LSTM(1, ReturnSequences = true, UnitForgetBias = false)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class LstmSequences;

// Other activations, whose derivatives read the input; the last state of a pass backwards.
[StaticNet]
[Input(4, 2)]
[LSTM(9, ReturnSequences = true, Activation = Activation.Gelu, RecurrentActivation = Activation.Silu)]
[LSTM(5, GoBackwards = true, Activation = Activation.Linear, RecurrentActivation = Activation.Tanh)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class LstmActivations;

// One step, with either place of the reset gate.
[StaticNet]
[Input(1, 3)]
[GRU(5)]
[Reshape(1, 5)]
[GRU(3, ResetAfter = false)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "/recurrent_kernel")]
public sealed partial class GruOneStep;

// Reset after the product: sequences forward and backwards, odd sizes, penalties on all weights.
[StaticNet]
[Input(5, 3)]
[GRU(17, ReturnSequences = true, L1 = 0.001, RecurrentL2 = 0.002, BiasL1 = 0.003, BiasL2 = 0.001)]
[GRU(32, GoBackwards = true, ReturnSequences = true, UseBias = false, L2 = 0.004, RecurrentL1 = 0.001)]
[GRU(1, ReturnSequences = true)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class GruSequences;

// Reset before the product.
[StaticNet]
[Input(5, 3)]
[GRU(17, ReturnSequences = true, ResetAfter = false, L1 = 0.001, RecurrentL2 = 0.002, BiasL1 = 0.003)]
[GRU(18, GoBackwards = true, ReturnSequences = true, ResetAfter = false, UseBias = false, RecurrentL1 = 0.001)]
[GRU(4, ResetAfter = false)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GruResetBefore;

// Other activations, whose derivatives read the input. Gates without bounds make a step of the usual size end in NaN, whose bits say nothing.
[StaticNet]
[Input(4, 2)]
[GRU(9, ReturnSequences = true, Activation = Activation.Gelu, RecurrentActivation = Activation.Silu)]
[GRU(5, GoBackwards = true, ResetAfter = false, Activation = Activation.Silu, RecurrentActivation = Activation.Gelu)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 1e-5)]
public sealed partial class GruActivations;

// Both directions side by side, as sequences and as last states; a layer that goes backwards has a way back that goes forward.
[StaticNet]
[Input(5, 3)]
[Bidirectional]
[LSTM(5, ReturnSequences = true, L1 = 0.001)]
[Bidirectional(MergeMode = MergeMode.Concat)]
[GRU(17, ReturnSequences = true, GoBackwards = true)]
[Bidirectional]
[SimpleRNN(3, RecurrentL2 = 0.002)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class BidirectionalConcat;

// The other ways to make one of two, from an input that others read too.
[StaticNet]
[Input(4, 3)]
[Dense(6, Name = "in")]
[Bidirectional(MergeMode = MergeMode.Sum, Name = "sum")]
[LSTM(6, ReturnSequences = true, Name = "inner")]
[Bidirectional(MergeMode = MergeMode.Mul, From = "in")]
[GRU(6, ReturnSequences = true, ResetAfter = false)]
[Add("sum")]
[Add("in")]
[Bidirectional(MergeMode = MergeMode.Ave)]
[GRU(4)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class BidirectionalMerges;

// A layer so wide that a panel of its kernels' gradients holds the steps of few samples.
[StaticNet]
[Input(7, 3)]
[SimpleRNN(640, RecurrentL2 = 0.001)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class RecurrentOfManyPanels;
