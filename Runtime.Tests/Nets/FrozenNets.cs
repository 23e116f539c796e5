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
