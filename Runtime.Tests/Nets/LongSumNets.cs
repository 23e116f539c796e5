namespace StaticNets.Tests.Nets;

// Sums of so many terms that one float accumulator would lose digits. LongSumCheck compares them with the reference.

// Losses of many rows, a 1x1 convolution's gradients over many positions, and its bias'.
[StaticNet]
[Input(1024, 1024, 1)]
[Conv2D(1, 1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongLoss;

// Two equal classes in every row.
[StaticNet]
[Input(1024, 1024, 1)]
[Conv2D(2, 1, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongCrossentropy;

// Many classes.
[StaticNet]
[Input(1)]
[Dense(70_001, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
[Checked(LongSums = 1, Slack = 2)]
public sealed partial class LongClasses;

// The same where softmax is not the loss' own, and the cross-entropy goes class by class.
[StaticNet]
[Input(1)]
[Dense(70_001)]
[Softmax]
[Rescaling(0.5)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongProbabilities;

[StaticNet]
[Input(1)]
[Dense(70_001, Activation = Activation.LogSoftmax)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongLogSoftmax;

[StaticNet]
[Input(1)]
[Dense(70_001)]
[Compile(Loss.CosineSimilarity, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongCosine;

// Rows of the batch: bias and kernel.
[StaticNet]
[Input(2)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 100_000)]
public sealed partial class LongRows;

// Products over many values, forward and backward, for one sample and for enough for the panels of weights. Where a long sum reads another's
// result, both errors count.
[StaticNet]
[Input(3)]
[Dense(1)]
[Dense(70_001, UseBias = false)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongProduct;

[StaticNet]
[Input(3)]
[Dense(37)]
[Dense(5001, UseBias = false)]
[Dense(37)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 141, Slack = 2)]
public sealed partial class LongPanels;

// Means over positions, over windows and over the steps that count.
[StaticNet]
[Input(512, 512, 2)]
[GlobalAveragePooling2D]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongMean;

[StaticNet]
[Input(512, 512, 1)]
[AveragePooling2D(256)]
[Flatten]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongWindows;

[StaticNet]
[Input(70_001, 3)]
[Masking(5.0)]
[GlobalAveragePooling1D]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongSteps;

// Normalizations: moments over positions and over the batch, over rows and groups, and their gradients.
[StaticNet]
[Input(1024, 1024, 1)]
[BatchNormalization(Momentum = 0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongMoments;

[StaticNet]
[Input(3)]
[BatchNormalization(Momentum = 0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 100_000, IsNormalizing = true)]
public sealed partial class LongBatch;

[StaticNet]
[Input(70_001, 2)]
[Masking(5.0)]
[BatchNormalization(Momentum = 0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2, IsNormalizing = true)]
public sealed partial class LongMaskedMoments;

[StaticNet]
[Input(70_001)]
[LayerNormalization]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongLayer;

[StaticNet]
[Input(70_001)]
[RMSNormalization]
[UnitNormalization]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongSquares;

[StaticNet]
[Input(70_001, 3)]
[LayerNormalization]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongScales;

[StaticNet]
[Input(256, 256, 4)]
[GroupNormalization(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, IsNormalizing = true)]
public sealed partial class LongGroups;

// Direct convolutions: gradients over many positions, products over many channels. Few channels and filters have kernels of their own.
[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(300, 300, 1)]
[Conv2D(3, 3, Padding = Padding.Same)]
[Conv2D(2, 3)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongPositions;

// Small images, several of which make a block.
[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(5, 5, 3)]
[Conv2D(5, 3, Padding = Padding.Same)]
[Conv2D(3, 3, Strides = 2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 20_000)]
public sealed partial class LongImages;

[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(6, 40, 1)]
[Conv2D(3, 1)]
[Conv2D(2050, 1)]
[Conv2D(37, 3, Padding = Padding.Same)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongChannels;

// One row whose kernel is longer than a block; strides and dilation take the taps apart.
[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(3000, 1)]
[Conv1D(2, 1)]
[Conv1D(17, 900, Padding = Padding.Same)]
[Conv1D(3, 200, DilationRate = 2, Groups = 1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, Slack = 2)]
public sealed partial class LongKernels;

// A kernel's gradient from the winners of a fused pooling.
[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]
[Input(400, 402, 1)]
[Conv2D(5, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongWinners;

[StaticNet]
[Input(150, 150, 2)]
[Conv2DTranspose(3, 3, Strides = 2)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongTransposed;

[StaticNet]
[Input(300, 300, 2)]
[DepthwiseConv2D(3, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongDepthwise;

// More taps than a block.
[StaticNet]
[Input(60, 300, 1)]
[DepthwiseConv2D(1, Padding = Padding.Same)]
[DepthwiseConv2D(new[] { 31, 150 }, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongDepthwiseKernel;

// Each channel many times.
[StaticNet]
[Input(2, 2, 1)]
[DepthwiseConv2D(1)]
[DepthwiseConv2D(1, DepthMultiplier = 3000)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongMultiplier;

[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(200, 200, 3)]
[Conv2D(3, 3, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongWinograd;

[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(6, 6, 3)]
[Conv2D(3, 3)]
[Conv2D(1030, 3)]
[Conv2D(5, 3, Padding = Padding.Same)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 5, Slack = 2)]
public sealed partial class LongWinogradChannels;

// Attention over many keys, and over long rows; under a causal mask. The gradient of scores is what is left of values that cancel: with 50 keys it
// is as far off.
[StaticNet]
[Input(3, 2, Name = "queries")]
[Input(5001, 2, Name = "values")]
[Dense(2, From = "queries", Name = "q")]
[Dense(2, From = "values", Name = "v")]
[MultiHeadAttention(1, 2, "q", "v")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, Slack = 4)]
public sealed partial class LongKeys;

[StaticNet]
[Input(700, 2)]
[Dense(2)]
[MultiHeadAttention(1, 300, UseCausalMask = true)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1, Slack = 2)]
public sealed partial class LongCausal;

[StaticNet]
[Input(3, 2, Name = "queries")]
[Input(5, 2, Name = "values")]
[Dense(2002, From = "queries", Name = "q")]
[Dense(2002, From = "values", Name = "v")]
[Dot("q", "v", Axes = 2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongDot;

// Gradients of recurrent kernels over many steps, and products over many units, whose inputs are so small that no gate is at its end.
[StaticNet]
[Input(3000, 2)]
[SimpleRNN(3)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongTime;

[StaticNet]
[Input(3, 500)]
[Dense(300)]
[Rescaling(0.01)]
[LSTM(130)]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 11, Slack = 2)]
public sealed partial class LongUnits;

// A row of a table that many places name.
[StaticNet]
[Input(30_000)]
[Embedding(3, 5)]
[GlobalAveragePooling1D]
[Dense(1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 3)]
public sealed partial class LongEmbedding;

[StaticNet]
[Input(300, 300, 2)]
[Rescaling(-1.0)]
[PReLU(SharedAxes = new[] { 1, 2 })]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 2)]
public sealed partial class LongSlopes;

// One value for all, and one for each row: the gradient is the sum over the others' places.
[StaticNet]
[Input(1, 1, 1, Name = "one")]
[Input(1, 301, 1, Name = "columns")]
[Input(300, 301, 3, Name = "image")]
[Dense(1, From = "one", Name = "a")]
[Dense(1, From = "columns", Name = "b")]
[Multiply("a", "image", Name = "first")]
[Multiply("b", "first")]
[GlobalAveragePooling2D]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongBroadcast;

[StaticNet]
[Input(2, 3, 1)]
[Conv2D(1, 1)]
[UpSampling2D(150, Name = "nearest")]
[UpSampling2D(151, Interpolation = Interpolation.Bilinear, From = "conv2d", Name = "bilinear")]
[GlobalAveragePooling2D(From = "nearest", Name = "a")]
[GlobalAveragePooling2D(From = "bilinear", Name = "b")]
[Add("a", "b")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongUpSampling;

// Windows that overlap so much that many gradients meet in each position.
[StaticNet]
[Input(3000, 3)]
[Dense(3, Name = "x")]
[AveragePooling1D(1000, Strides = 1, Name = "average")]
[MaxPooling1D(1000, Strides = 1, From = "x", Name = "largest")]
[Add("average", "largest")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongOverlap;

// Penalties of outputs and of weights, and their norms.
[StaticNet]
[Input(1)]
[Dense(70_001, L1 = 0.1, L2 = 0.1, ActivityL1 = 0.1, ActivityL2 = 0.1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongPenalty;

[StaticNet]
[Input(20_000)]
[Dense(2, Orthogonal = 1, OrthogonalMode = OrthogonalMode.Columns)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(LongSums = 1)]
public sealed partial class LongOrthogonal;

// As many terms as the bound is given for.
[StaticNet]
[Input(2048, 2048, 1)]
[GlobalAveragePooling2D]
[Checked(Elsewhere = "LongSumTests")]
public sealed partial class LongMeanAlone;

[StaticNet]
[Input(4_194_304)]
[Dense(1)]
[Checked(Elsewhere = "LongSumTests")]
public sealed partial class LongProductAlone;
