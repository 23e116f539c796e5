namespace StaticNets.Tests.Nets;

// Steps of index 0, anywhere and sometimes all: the state goes on over them, under a layer that reads the mask again and one that ends it.
[StaticNet]
[Input(6)]
[Embedding(3, 5, MaskZero = true)]
[SimpleRNN(17, ReturnSequences = true)]
[Identity]
[SimpleRNN(4, GoBackwards = true)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskRnn;

// The cell goes on as well; a sequence whose last step is often masked.
[StaticNet]
[Input(5, 1)]
[Masking(1.0)]
[Dense(3)]
[LSTM(17, ReturnSequences = true, GoBackwards = true, Activation = Activation.Gelu)]
[LSTM(1, ReturnSequences = true)]
[LSTM(3)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(WholeNumbers = true)]
public sealed partial class MaskLstm;

// Both places of the reset gate; the output is a sequence that repeats itself.
[StaticNet]
[Input(5)]
[Embedding(3, 3, MaskZero = true)]
[GRU(17, ReturnSequences = true)]
[GRU(9, ReturnSequences = true, ResetAfter = false, RecurrentActivation = Activation.Silu)]
[GRU(2, GoBackwards = true)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskGru;

// The last state, of a layer that resets before the product; one step.
[StaticNet]
[Input(1)]
[Embedding(2, 3, MaskZero = true)]
[GRU(5, ResetAfter = false, ReturnSequences = true)]
[LSTM(3)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "/recurrent_kernel")]
public sealed partial class MaskOneStep;

// In both directions masked outputs are 0, though the states are not; the last states are not touched.
[StaticNet]
[Input(6)]
[Embedding(3, 4, MaskZero = true)]
[Bidirectional]
[LSTM(5, ReturnSequences = true)]
[Bidirectional(MergeMode = MergeMode.Mul)]
[GRU(17, ReturnSequences = true, GoBackwards = true)]
[Bidirectional(MergeMode = MergeMode.Sum)]
[SimpleRNN(3, ReturnSequences = true)]
[Bidirectional(MergeMode = MergeMode.Ave)]
[GRU(4, ResetAfter = false)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskBidirectional;
