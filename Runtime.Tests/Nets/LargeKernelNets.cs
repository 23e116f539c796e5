namespace StaticNets.Tests.Nets;

/// <summary>A kernel so wide that exact edge tiles would be too much code: its edges look at each tap.</summary>
[StaticNet]
[Input(9, 40, 2)]
[Conv2D(5, new[] { 3, 31 }, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(20, new[] { 2, 17 }, Padding = Padding.Same, Strides = 2)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvLargeKernel;

/// <summary>Many dilated taps, none next to another.</summary>
[StaticNet]
[Input(4, 60, 3)]
[Conv2D(17, new[] { 1, 21 }, DilationRate = 2, Activation = Activation.LeakyRelu)]
[Conv2D(6, new[] { 3, 13 }, DilationRate = 2, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ConvManyTaps;
