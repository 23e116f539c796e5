namespace StaticNets.Tests.Nets;

// Pixels of no class, whose label is beyond the classes.
[StaticNet]
[Input(4, 5, 2)]
[Conv2D(17, 2, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, IgnoreClass = 255)]
public sealed partial class IgnoreVoid;

// One label a sample, and a class of the output's own that does not count; the loss of what are no probabilities of a softmax.
[StaticNet]
[Input(7)]
[Dense(18, Activation = Activation.Tanh)]
[Dense(4, Activation = Activation.Sigmoid)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, IgnoreClass = 2)]
public sealed partial class IgnoreOwn;

// Masked steps and labels that don't count, beside an output whose labels all do and one with targets.
[StaticNet]
[Input(6)]
[Embedding(3, 4, MaskZero = true)]
[LSTM(5, ReturnSequences = true, Name = "states")]
[Dense(3, Activation = Activation.Softmax, Name = "tags")]
[GlobalAveragePooling1D(From = "states", Name = "mean")]
[Dense(4, Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "mean")]
[Output("tags", Loss.SparseCategoricalCrossentropy, Weight = 0.5, IgnoreClass = -1)]
[Output("kind", Loss.SparseCategoricalCrossentropy)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class IgnoreMasked;
