namespace StaticNets.Tests.Nets;

// F(4x4, 3x3) with every kind of last tile: 7x8 and 5x6 results leave 3, 4, 1 and 2 over, 3x4 and 1x2 are less than a tile; broken vectors of channels.
[StaticNet]
[Input(9, 10, 3)]
[Conv2D(17, 3, Algorithm = ConvolutionAlgorithm.WinogradF4, Activation = Activation.Relu)]
[Conv2D(5, 3, Algorithm = ConvolutionAlgorithm.WinogradF4, UseBias = false)]
[Conv2D(20, 3, Algorithm = ConvolutionAlgorithm.WinogradF4)]
[Conv2D(4, 3, Algorithm = ConvolutionAlgorithm.WinogradF4, Activation = Activation.LeakyRelu)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class WinogradValid;

// F(2x2, 3x3): even and odd numbers of results, and one.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF2)]
[Input(9, 8, 2)]
[Conv2D(6, 3, Activation = Activation.Tanh)]
[Conv2D(18, 3)]
[Conv2D(7, 3, Activation = Activation.Relu)]
[Conv2D(8, new[] { 3, 2 })]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class WinogradSmall;

// Padding on all sides, penalties, and an input that two layers read, so that its gradient is added to.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF4)]
[Input(10, 7, 4)]
[Conv2D(12, 3, Padding = Padding.Same, Name = "first", L1 = 0.01)]
[Conv2D(12, 3, Padding = Padding.Same, Activation = Activation.Relu, L1 = 0.003, L2 = 0.02, BiasL2 = 0.1)]
[Conv2D(12, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF2, L2 = 0.01, Name = "third")]
[Add("first", "third")]
[GlobalAveragePooling2D]
[Dense(4, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class WinogradSame;

// Fused max-poolings that leave a row and a column out, windows of 2x2 and 1x2; one of 3x3, which does not fall into tiles.
[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF4)]
[Input(23, 29, 2)]
[Conv2D(9, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(new[] { 1, 2 })]
[Conv2D(18, 3, UseBias = false)]
[MaxPooling2D(3)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class WinogradPooled;

// What Auto chooses: enough channels for Winograd's algorithm, and more images than go together; the first layer stays direct.
[StaticNet]
[Input(14, 14, 3)]
[Conv2D(32, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(33, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(16, 3, Activation = Activation.Relu)]
[Flatten]
[Dense(5, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class WinogradAuto;
