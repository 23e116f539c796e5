namespace StaticNets.Tests.Nets;

// L1 alone, on the kernel of a convolution with broken tiles and on that of a dense layer.
[StaticNet]
[Input(7, 6, 3)]
[Conv2D(10, 3, Activation = Activation.Relu, L1 = 0.01)]
[Flatten]
[Dense(5, L1 = 0.003)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PenaltyL1;

// L2 alone, on kernels.
[StaticNet]
[Input(7, 6, 1)]
[Conv2D(6, 2, Activation = Activation.Relu, L2 = 0.02)]
[Flatten]
[Dense(9, L2 = 0.005)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PenaltyL2;

// Both on the kernel, and on biases; the layer between has none.
[StaticNet]
[Input(9)]
[Dense(17, Activation = Activation.Tanh, L1 = 0.001, L2 = 0.002, BiasL1 = 0.003, BiasL2 = 0.004)]
[Dense(16)]
[Dense(3, Activation = Activation.Softmax, BiasL2 = 0.05)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class PenaltyBoth;

// On biases alone, of a convolution whose pooling is fused.
[StaticNet]
[Input(9, 9, 2)]
[Conv2D(20, 3, Activation = Activation.Relu, BiasL1 = 0.02, BiasL2 = 0.01)]
[MaxPooling2D(2)]
[Conv2D(3, 3, L1 = 0.001, L2 = 0.001)]
[Flatten]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class PenaltyBias;

// L1 as a proximal step, which the gradients don't hold: of a direct and a Winograd convolution, a dense layer, a bias.
[StaticNet]
[Input(9, 8, 5)]
[Conv2D(6, 2, Activation = Activation.Tanh, L1 = 0.02, BiasL1 = 0.01)]
[Conv2D(7, 3, L1 = 0.03, L2 = 0.01, Algorithm = ConvolutionAlgorithm.WinogradF2)]
[Flatten]
[Dense(3, L1 = 0.003)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.01, ProximalL1 = true)]
public sealed partial class PenaltyProximal;
