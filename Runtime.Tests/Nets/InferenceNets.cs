namespace StaticNets.Tests.Nets;

// No [Compile]: no training code. Dropout and penalties leave no trace either.
[StaticNet]
[Input(8, 8, 3)]
[Conv2D(8, 3, Activation = Activation.Relu, L1 = 0.01)]
[MaxPooling2D(2)]
[Dropout(0.5)]
[Flatten]
[Dense(10, Activation = Activation.Softmax, L2 = 0.01)]
public sealed partial class PredictOnly;

// No weights at all.
[StaticNet]
[Input(6, 6, 3)]
[AveragePooling2D(2)]
[Activation(Activation.Softmax)]
public sealed partial class PredictPlain;
