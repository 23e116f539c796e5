namespace StaticNets.Tests.Nets;

// Index 0 fills sequences up, sometimes all of one: its steps are no keys, and the mean leaves them out. The mask goes through all that stands between.
[StaticNet]
[Input(7)]
[Embedding(3, 5, MaskZero = true)]
[PositionEmbedding(Name = "x")]
[LayerNormalization]
[MultiHeadAttention(2, 3, BiasL2 = 0.001)]
[Add("x")]
[Dense(6, Activation = Activation.Tanh)]
[GlobalAveragePooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskTokens;

// Steps of one value, masked; a causal mask over more than a vector of keys, and two masks that meet. Whole numbers, so that steps are masked at all.
[StaticNet]
[Input(19, 1, Name = "a")]
[Input(19, 1, Name = "b")]
[Masking(1.0, From = "a")]
[Dense(3, Name = "left")]
[Masking(From = "b")]
[Dense(3, Name = "right")]
[MultiHeadAttention(1, 2, UseCausalMask = true, UseBias = false, Name = "attended")]
[Add("left", "attended")]
[Rescaling(0.5)]
[Multiply("right")]
[Identity]
[GlobalAveragePooling1D(KeepDims = true, Name = "mean")]
[GlobalAveragePooling1D(From = "left", KeepDims = true)]
[Add("mean")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(WholeNumbers = true)]
public sealed partial class MaskSteps;

// What is masked gets no gradient, though its step has a successor that sums over it; a mean alone.
[StaticNet]
[Input(4)]
[Embedding(4, 17, MaskZero = true, Name = "tokens")]
[GlobalAveragePooling1D(Name = "mean")]
[Flatten(From = "tokens")]
[Concatenate("mean")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskMean;

// Attention without projections: masked steps are no keys, and what they would get as queries is 0, which the sum behind does not know by a mask.
[StaticNet]
[Input(7)]
[Embedding(3, 5, MaskZero = true)]
[PositionEmbedding(Name = "x")]
[Attention(Name = "attended")]
[AdditiveAttention("attended", "x")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskAttention;
