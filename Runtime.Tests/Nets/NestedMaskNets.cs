namespace StaticNets.Tests.Nets;

// Words of sentences: each sentence has its part of the mask, and one without a word does not count for the layers behind.
[StaticNet]
[Input(3, 4)]
[Embedding(3, 5, MaskZero = true)]
[TimeDistributed]
[LSTM(6)]
[LSTM(3)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NestedSentences;

// Every row of rows has a label, and counts where its index does.
[StaticNet]
[Input(3, 4)]
[Embedding(5, 2, MaskZero = true)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class NestedLabels;

// The states of both directions have the mask of their steps, and statistics and loss leave those out; so does a mean over steps, of which the last output has
// one for each sequence.
[StaticNet]
[Input(4, 3)]
[Embedding(3, 5, MaskZero = true)]
[TimeDistributed]
[Bidirectional(MergeMode = MergeMode.Ave)]
[GRU(6, ReturnSequences = true)]
[Rescaling(1.5)]
[BatchNormalization(Name = "words")]
[Activation(Activation.Tanh)]
[TimeDistributed]
[GlobalAveragePooling1D]
[TimeDistributed]
[Dense(3, Activation = Activation.Tanh, Name = "sentences")]
[Output("words", Loss.MeanSquaredError, Weight = 0.5)]
[Compile(Loss.CosineSimilarity, Optimizer.Sgd)]
public sealed partial class NestedStates;

// Sequences of sequences of sequences: the mask loses an axis at a time.
[StaticNet]
[Input(2, 3, 4)]
[Embedding(2, 3, MaskZero = true)]
[TimeDistributed]
[TimeDistributed]
[SimpleRNN(4)]
[TimeDistributed]
[GRU(5)]
[GlobalAveragePooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NestedThrice;

// A mask of steps beside one of their parts: both count where values are merged. One of steps that are images: their pixels count or don't together.
[StaticNet]
[Input(3, 8, Name = "a")]
[Input(3, 4, 2, Name = "b")]
[Masking(1.0, From = "a")]
[Dense(8, Name = "steps")]
[TimeDistributed]
[Reshape(4, 2, Name = "planes")]
[BatchNormalization(Name = "whole")]
[Masking(From = "b")]
[Dense(2, Activation = Activation.Tanh)]
[Add("whole")]
[Activation(Activation.Sigmoid)]
[BatchNormalization(Scale = false)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(WholeNumbers = true)]
public sealed partial class NestedMerges;

// Three masks in one merge; and one that stands at another axis than the output's steps, and has no say though the axes are equally long.
[StaticNet]
[Input(4, Name = "a")]
[Input(4, Name = "b")]
[Input(4, Name = "c")]
[Input(4, 4, 3, Name = "d")]
[Embedding(2, 3, MaskZero = true, From = "a", Name = "x")]
[Embedding(3, 3, MaskZero = true, From = "b", Name = "y")]
[Embedding(4, 3, MaskZero = true, From = "c", Name = "z")]
[Average("x", "y", "z", Name = "all")]
[Multiply("x", "d")]
[Output("all", Loss.MeanSquaredError)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NestedAxes;
