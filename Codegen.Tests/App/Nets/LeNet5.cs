namespace StaticNets.Codegen.App;

/// <summary>The net of LeCun, Bottou, Bengio and Haffner (1998), as it is taught today.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Conv2D(16, 5, Activation = Activation.Tanh)]
[AveragePooling2D(2)]
[Flatten]
[Dense(120, Activation = Activation.Tanh)]
[Dense(84, Activation = Activation.Tanh)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, LearningRate = 0.05, Momentum = 0.9)]
public sealed partial class LeNet5;
