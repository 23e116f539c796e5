namespace StaticNets.Codegen.App;

/// <summary>The CNN of the README's table.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)]
[MaxPooling2D(2)]
[Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)]
[MaxPooling2D(2)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)]
[Dropout(0.5)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]
public sealed partial class DigitNet;
