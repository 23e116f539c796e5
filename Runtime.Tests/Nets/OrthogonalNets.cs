namespace StaticNets.Tests.Nets;

// Rows and columns of dense kernels, fewer and more than tiles and vectors hold, beside L1 and L2.
[StaticNet]
[Input(19)]
[Dense(33, Activation = Activation.Tanh, Orthogonal = 0.3, L2 = 0.01)]
[Dense(17, Activation = Activation.Tanh, Orthogonal = 0.2, OrthogonalMode = OrthogonalMode.Columns, L1 = 0.01)]
[Dense(2, Orthogonal = 0.1, OrthogonalMode = OrthogonalMode.Columns)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class OrthogonalDense;

// Two rows; rows of a single value, whose gradient is 0; a frozen kernel, which has no penalty.
[StaticNet]
[Input(2)]
[Dense(40, Orthogonal = 1)]
[Dense(3, Orthogonal = 0.5, Frozen = true)]
[Dense(1, Orthogonal = 0.5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class OrthogonalFew;

// Recurrent kernels and tables, and a penalty of an output.
[StaticNet]
[Input(5)]
[Embedding(9, 6, EmbeddingsOrthogonal = 0.2, EmbeddingsL2 = 0.01)]
[LSTM(5, ReturnSequences = true, RecurrentOrthogonal = 0.3, Orthogonal = 0.1, ActivityL2 = 0.01)]
[Bidirectional]
[SimpleRNN(7, RecurrentOrthogonal = 0.2, RecurrentOrthogonalMode = OrthogonalMode.Columns)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class OrthogonalRecurrent;
