namespace StaticNets.Tests.Nets;

// The CNN of the README's table without its dropout: what tools/reference/train_reference.py trains with PyTorch.
[StaticNet]
[Checked(Elsewhere = "TrainsAsTorchDoes")]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Momentum = 0.9)]
public sealed partial class ReferenceDigitNet;

// The same under Adam.
[StaticNet]
[Checked(Elsewhere = "TrainsAsTorchDoes")]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class ReferenceDigitNetAdam;
