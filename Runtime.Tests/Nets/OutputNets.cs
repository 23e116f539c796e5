namespace StaticNets.Tests.Nets;

// Two inputs and three outputs, each with another kind of loss; one of them is read on.
[StaticNet]
[Input(4, Name = "left")]
[Input(3, Name = "right")]
[Dense(6, From = "left", Activation = Activation.Tanh)]
[Dense(5, From = "right", Activation = Activation.Relu, Name = "size")]
[Concatenate("dense")]
[Dense(17, Activation = Activation.Relu, L2 = 0.01)]
[Dense(3, Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "dense_1", Activation = Activation.Sigmoid)]
[Output("kind", Loss.SparseCategoricalCrossentropy, Weight = 0.5)]
[Output("size", Loss.MeanSquaredError, Weight = 2)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Adam)]
public sealed partial class OutputsThree;

// Outputs of several rows, labels and targets, beside an output whose values pooling overwrites nowhere.
[StaticNet]
[Input(5, 4, 2)]
[Conv2D(3, 2, Activation = Activation.Softmax, Name = "map")]
[Conv2D(4, 2, From = "input_layer", Name = "features")]
[Activation(Activation.Relu, Name = "active")]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Output("map", Loss.SparseCategoricalCrossentropy)]
[Output("features", Loss.MeanAbsoluteError, Weight = 0.25)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class OutputsRows;

// Two of the same kind, so that they share a kernel's form but not its places; dropout and a view as outputs.
[StaticNet]
[Input(7)]
[Dense(6, Name = "first")]
[Dense(4, Name = "second")]
[Reshape(2, 2, Name = "square")]
[Output("square", Loss.MeanSquaredError)]
[Output("first", Loss.MeanSquaredError)]
[Dense(3, From = "second")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class OutputsAlike;

// For predictions only.
[StaticNet]
[Input(3)]
[Dense(2, Activation = Activation.Relu, Name = "hidden")]
[Dense(4, Activation = Activation.Softmax)]
[Output("hidden")]
public sealed partial class OutputsPredict;

// Two outputs of the same values: a layer, and a view of it.
[StaticNet]
[Input(5)]
[Dense(6, Name = "a")]
[Output("a", Loss.MeanAbsoluteError, Weight = 0.5)]
[Reshape(2, 3, Name = "b")]
[Output("b", Loss.MeanSquaredError)]
[Identity]
[Compile(Loss.Huber, Optimizer.Sgd)]
public sealed partial class OutputsOfOneValue;

// Outputs without a loss: a map that training pools at once, a layer that is read on and a view of it, and a frozen head.
[StaticNet]
[Input(6, 6, 2)]
[Conv2D(3, 3, Activation = Activation.Relu, Name = "map")]
[MaxPooling2D(2)]
[Flatten]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01, Name = "features")]
[Reshape(3, 3, Name = "square")]
[Dense(4, From = "features", Frozen = true, Name = "head")]
[Dense(5, From = "features", Activation = Activation.Softmax, Name = "kind")]
[Dense(2, From = "features")]
[Output("map")]
[Output("features")]
[Output("square")]
[Output("head")]
[Output("kind", Loss.SparseCategoricalCrossentropy, Weight = 0.5)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class OutputsFree;

// The logits beside the probabilities, which training takes together with the loss.
[StaticNet]
[Input(5)]
[Dense(7, Activation = Activation.Relu, ActivityL2 = 0.01, Name = "hidden")]
[Dense(4, Name = "logits")]
[Activation(Activation.Softmax)]
[Output("hidden")]
[Output("logits")]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class OutputsLogits;

// Masked steps of an output that is trained, beside free ones.
[StaticNet]
[Input(4)]
[Embedding(5, 3, MaskZero = true, Name = "words")]
[LSTM(4, ReturnSequences = true, Name = "states")]
[Dense(3, Activation = Activation.Softmax)]
[Output("words")]
[Output("states")]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class OutputsFreeMasked;
