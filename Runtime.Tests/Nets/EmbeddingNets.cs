namespace StaticNets.Tests.Nets;

// Vectors of 17 with both penalties, and positions.
[StaticNet]
[Input(7)]
[Embedding(11, 17, EmbeddingsL1 = 0.001, EmbeddingsL2 = 0.002)]
[PositionEmbedding(EmbeddingsL2 = 0.003)]
[Dense(4, Activation = Activation.Tanh)]
[PositionEmbedding]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class EmbedTokens;

// Two tables read one input, under another shape and with another limit, beside an input of plain numbers; long and short vectors.
[StaticNet]
[Input(3, Name = "numbers")]
[Input(4, Name = "tokens")]
[Reshape(2, 2, From = "tokens")]
[Embedding(5, 1)]
[Flatten(Name = "short")]
[Embedding(300, 150, From = "tokens")]
[Flatten(Name = "long")]
[Concatenate("numbers", "short", "long", "tokens")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class EmbedTwice;

// One row only, and one index.
[StaticNet]
[Input(1)]
[Embedding(1, 6)]
[Flatten]
[Dense(2, Activation = Activation.Tanh)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class EmbedOne;
