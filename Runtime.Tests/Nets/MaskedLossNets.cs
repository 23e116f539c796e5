namespace StaticNets.Tests.Nets;

// The mean over the steps that count, of labels and from logits; nothing comes from the others, though their outputs are there.
[StaticNet]
[Input(6)]
[Embedding(3, 4, MaskZero = true)]
[LSTM(5, ReturnSequences = true)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class MaskedLabels;

// Two outputs of the same steps with different masks, one of them with an axis behind the steps', and one without a mask; losses that aren't fused.
[StaticNet]
[Input(5, Name = "a")]
[Input(5, 1, Name = "b")]
[Embedding(3, 4, MaskZero = true, From = "a")]
[Dense(17, Name = "first")]
[Masking(1.0, From = "b")]
[Dense(6, Name = "second")]
[TimeDistributed(Name = "planes")]
[Reshape(3, 2)]
[GlobalAveragePooling1D(From = "first", Name = "mean")]
[Dense(2)]
[Output("first", Loss.CosineSimilarity, Weight = 0.5)]
[Output("planes", Loss.MeanSquaredError, Weight = 2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(WholeNumbers = true)]
public sealed partial class MaskedOutputs;

// One step; both directions, whose outputs are 0 where masked; a loss of each element.
[StaticNet]
[Input(1)]
[Embedding(2, 4, MaskZero = true)]
[Bidirectional]
[GRU(3, ReturnSequences = true)]
[TimeDistributed]
[Dense(2, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
[Checked(SmallGradient = "/recurrent_kernel")]
public sealed partial class MaskedStepLoss;
