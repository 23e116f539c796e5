namespace StaticNets.Tests.Nets;

// A frozen trunk under a trained head: no gradient goes into it.
[StaticNet]
[Input(9, 9, 2)]
[Conv2D(8, 3, Activation = Activation.Relu, L2 = 0.01, Frozen = true)]
[Conv2D(5, 3, Activation = Activation.Tanh, Frozen = true)]
[Flatten]
[Dense(7, Activation = Activation.Relu, L1 = 0.01)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class FrozenTrunk;

// Frozen layers in the middle: gradients go through them. Winograd's kernels are derived for a layer that is not trained.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(10, 10, 3)]
[Conv2D(8, 3, Activation = Activation.Relu)]
[Conv2D(9, 3, Activation = Activation.Relu, L2 = 0.01, Frozen = true)]
[MaxPooling2D]
[Flatten]
[Dense(17, Activation = Activation.Elu, BiasL2 = 0.1, Frozen = true)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9)]
public sealed partial class FrozenMiddle;

// A trunk like MobileNet's, all frozen, that training runs as inference does: normalizations are folded, values share places. Only the pooled ones are kept.
[StaticNet]
[Input(12, 11, 3)]
[Conv2D(8, 3, Strides = 2, Padding = Padding.Same, UseBias = false, Frozen = true)]
[BatchNormalization(Frozen = true)]
[ReLU(MaxValue = 6)]
[DepthwiseConv2D(3, Padding = Padding.Same, UseBias = false, Frozen = true)]
[BatchNormalization(Frozen = true)]
[Activation(Activation.Relu)]
[Conv2D(17, 1, UseBias = false, Frozen = true)]
[BatchNormalization(Frozen = true, Name = "narrow")]
[Conv2D(17, 1, Activation = Activation.HardSilu, Frozen = true)]
[Add("narrow")]
[BatchNormalization(Frozen = true)]
[GlobalAveragePooling2D]
[Dense(9, Activation = Activation.Relu, L2 = 0.01)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class FrozenMobile;

// Pooled convolutions by Winograd's algorithm keep no winners; the second pooling is read by a frozen and by a trained layer.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(14, 14, 3)]
[Conv2D(8, 3, Activation = Activation.Relu, Frozen = true)]
[MaxPooling2D]
[Conv2D(9, 3, Frozen = true)]
[BatchNormalization(Frozen = true)]
[MaxPooling2D(2, Name = "pooled")]
[Conv2D(5, 2, Frozen = true, Name = "frozen")]
[Conv2D(5, 2, From = "pooled")]
[Add("frozen")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9)]
public sealed partial class FrozenPooled;

// One input goes through frozen layers, the other through trained ones.
[StaticNet]
[Input(5, Name = "words")]
[Input(4, Name = "numbers")]
[Embedding(11, 7, From = "words", MaskZero = true, Frozen = true)]
[GlobalAveragePooling1D(Name = "mean")]
[Embedding(11, 6, From = "words", Frozen = true)]
[LSTM(5, Frozen = true, ReturnSequences = true)]
[GRU(7, Frozen = true)]
[LayerNormalization(Frozen = true, Name = "sentence")]
[Dense(7, From = "numbers", Activation = Activation.Tanh)]
[Multiply("sentence", "mean", "dense")]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FrozenBranch;

// Noise acts above frozen layers too, and from there on the layers run as in training.
[StaticNet]
[Input(4, 3, 2)]
[Rescaling(0.5, Offset = 0.1)]
[Conv2D(5, 3, Padding = Padding.Same, Activation = Activation.Sigmoid, Frozen = true)]
[Dropout(0.25)]
[Flatten(Name = "kept")]
[Dense(7, Activation = Activation.Tanh, Frozen = true)]
[Dense(3)]
[Concatenate("dense_1", "kept")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FrozenNoisy;

// A normalization without weights is not frozen by itself: it goes by the batch, and so the frozen layer above it runs as in training.
[StaticNet]
[Input(6, 6, 2)]
[BatchNormalization(Center = false, Scale = false)]
[Conv2D(5, 3, Activation = Activation.Elu, Frozen = true)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FrozenStatistics;

// Frozen layers of every other kind with memory or prepared weights of their own.
[StaticNet]
[Input(6, 8)]
[MultiHeadAttention(2, 3, Frozen = true)]
[GroupNormalization(4, Frozen = true)]
[TimeDistributed]
[Dense(7, Activation = Activation.Gelu, Frozen = true)]
[Bidirectional]
[SimpleRNN(3, ReturnSequences = true, Frozen = true)]
[Reshape(6, 2, 3)]
[Conv2DTranspose(4, 3, Strides = 2, Frozen = true)]
[PReLU(Frozen = true)]
[SeparableConv2D(5, 2, Frozen = true)]
[Flatten]
[Dense(17, Activation = Activation.Softmax, Frozen = true)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FrozenKinds;

// The mask of frozen indexes says which steps the loss counts.
[StaticNet]
[Input(5)]
[Embedding(3, 4, MaskZero = true, Frozen = true)]
[Dense(6, Activation = Activation.Tanh, Frozen = true)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class FrozenMask;
