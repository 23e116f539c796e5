namespace StaticNets.Tests.Nets;

// Biases before a normalization are left out: it takes them away again, so that their gradient is 0 but for rounding.

// Behind a convolution without a bias and before its activation, as most nets have it; channels are one vector and one lane.
[StaticNet]
[Input(7, 5, 3)]
[Conv2D(17, 3, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Conv2D(6, 2, Activation = Activation.Tanh)]
[BatchNormalization(Momentum = 0.7, Epsilon = 0.01, GammaL2 = 0.01, BetaL1 = 0.02)]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class NormConv;

// Behind dense layers, where a sample is one row; without gamma, without beta, and with neither.
[StaticNet]
[Input(5)]
[BatchNormalization(Scale = false)]
[Activation(Activation.Tanh)]
[Dense(33, UseBias = false)]
[BatchNormalization(Center = false, Momentum = 0.9)]
[Activation(Activation.Elu)]
[Dense(4, UseBias = false)]
[BatchNormalization(Center = false, Scale = false)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class NormDense;

// Its input and its output have other readers, and many channels go by tiles.
[StaticNet]
[Input(3, 3, 2)]
[Conv2D(70, 1, UseBias = false, Name = "wide")]
[BatchNormalization(Name = "normal")]
[Activation(Activation.Relu)]
[Conv2D(70, 1, UseBias = false)]
[Add("normal", "conv2d", "wide")]
[BatchNormalization]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormBranch;

// Pooled behind the activation: training normalizes before it pools, inference does all in the convolution. Large values go by blocks.
[StaticNet]
[Input(18, 18, 3)]
[Conv2D(8, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[MaxPooling2D]
[Conv2D(16, 3, Padding = Padding.Same, UseBias = false, L2 = 0.01)]
[BatchNormalization]
[Activation(Activation.Relu)]
[MaxPooling2D]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class NormPooled;

// Frozen: by the moving averages in training, too, with trained layers on both sides.
[StaticNet]
[Input(4, 4, 2)]
[Conv2D(9, 2)]
[BatchNormalization(Frozen = true, GammaL2 = 0.1)]
[Activation(Activation.Relu)]
[Conv2D(3, 2)]
[BatchNormalization(Frozen = true, Scale = false, Center = false)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormFrozen;

// At the end of a net that only predicts.
[StaticNet]
[Input(6)]
[Dense(5)]
[BatchNormalization]
public sealed partial class NormPredict;
