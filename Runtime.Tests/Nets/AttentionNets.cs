namespace StaticNets.Tests.Nets;

// Self-attention with penalties; five steps, heads of three.
[StaticNet]
[Input(5, 6)]
[Dense(7, Activation = Activation.Tanh)]
[MultiHeadAttention(2, 3, L1 = 0.001, BiasL2 = 0.002)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class AttendSelf;

// Nineteen steps, more than a vector and some tiles of rows; long values, another output size, no biases, only earlier steps.
[StaticNet]
[Input(19, 5)]
[Dense(6)]
[MultiHeadAttention(3, 4, ValueDim = 18, OutputShape = 7, UseBias = false, UseCausalMask = true, L2 = 0.001)]
[Dense(2, Activation = Activation.Tanh)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class AttendCausal;

// Query, value and key of their own, with other lengths; then two names, more queries than keys under a causal mask; then one name. The biases have penalties,
// since softmax does not see a key's bias, whose gradient would be 0.
[StaticNet]
[Input(4, 5, Name = "a")]
[Input(9, 3, Name = "b")]
[Dense(6, From = "a", Name = "query")]
[Dense(4, From = "b", Name = "value")]
[Dense(5, From = "b", Name = "key")]
[MultiHeadAttention(2, 4, "query", "value", "key", UseCausalMask = true, BiasL2 = 0.001, Name = "three")]
[MultiHeadAttention(1, 17, "key", "three", UseCausalMask = true, ValueDim = 3, L2 = 0.001, BiasL2 = 0.001, Name = "two")]
[MultiHeadAttention(2, 2, "a", BiasL1 = 0.002)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class AttendCross;

// A block of a transformer, over positions and with all that stands around the attention; whole vectors and tiles.
[StaticNet]
[Input(16)]
[Embedding(10, 32, Name = "tokens")]
[PositionEmbedding(Name = "x")]
[LayerNormalization]
[MultiHeadAttention(2, 16, UseCausalMask = true, BiasL2 = 0.001)]
[Add("x", Name = "attended")]
[LayerNormalization]
[Dense(48, Activation = Activation.Gelu)]
[Dense(32)]
[Add("attended")]
[LayerNormalization]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class AttendBlock;

// One step attends to itself alone, whatever query and key are: only penalties have a gradient there.
[StaticNet]
[Input(1, 3)]
[MultiHeadAttention(1, 2, L2 = 0.1, BiasL2 = 0.1)]
[MultiHeadAttention(1, 1, Frozen = true)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class AttendOne;

// Dropout of attention weights, whose test makes them visible: with identities as value and output kernels, and as input, they are the outputs.
[StaticNet]
[Input(21, 21)]
[MultiHeadAttention(1, 4, ValueDim = 21, UseBias = false, Dropout = 0.25)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "AttentionDropoutTests")]
public sealed partial class AttendDropped;

// The same under a causal mask, with several heads.
[StaticNet]
[Input(19, 5)]
[MultiHeadAttention(3, 4, UseCausalMask = true, Dropout = 0.4)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(Elsewhere = "AttentionDropoutTests")]
public sealed partial class AttendDroppedCausal;

// Attention without projections: query, value and key by name, then queries that are more than keys under a causal mask, then a layer's own.
[StaticNet]
[Input(4, 5, Name = "a")]
[Input(9, 3, Name = "b")]
[Dense(17, From = "a", Activation = Activation.Tanh, Name = "query")]
[Dense(4, From = "b", Name = "value")]
[Dense(17, From = "b", Name = "key")]
[Attention("query", "value", "key", Name = "three")]
[Dense(4, From = "key", Activation = Activation.Tanh)]
[Attention("three", UseCausalMask = true)]
[Attention(UseCausalMask = true)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class AttendPlain;

// Scores of all queries with all keys, more than a vector of them; then two names, and a layer's own steps, whose value has another reader.
[StaticNet]
[Input(4, 5, Name = "a")]
[Input(19, 3, Name = "b")]
[Dense(17, From = "a", Name = "query")]
[Dense(5, From = "b", Name = "value")]
[Dense(17, From = "b", Name = "key")]
[AdditiveAttention("query", "value", "key", Name = "three")]
[AdditiveAttention("value", Name = "two")]
[AdditiveAttention(Name = "own")]
[Add("own", "two", "three")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "own/scale")]
public sealed partial class AttendAdditive;
