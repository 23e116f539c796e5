namespace StaticNets.Tests.Nets;

// Repeated pixels: equal and unequal factors, a factor of 1 that is a view; 17 channels are one vector and one lane.
[StaticNet]
[Input(3, 4, 2)]
[Conv2D(17, 2, Activation = Activation.Tanh, Name = "image")]
[UpSampling2D]
[Conv2D(3, 2)]
[UpSampling2D(new[] { 1, 3 })]
[UpSampling2D(1)]
[Flatten(Name = "large")]
[UpSampling2D(new[] { 3, 1 }, From = "image")]
[Flatten]
[Concatenate("large")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class UpSampleNearest;

// Blended pixels: an even and an odd factor, unequal ones, rows and columns of one pixel; a second reader, to which the gradient is added.
[StaticNet]
[Input(4, 5, 2)]
[Conv2D(17, 2, Activation = Activation.Tanh, Name = "image")]
[UpSampling2D(Interpolation = Interpolation.Bilinear)]
[Conv2D(3, 2, Strides = 2)]
[UpSampling2D(3, Interpolation = Interpolation.Bilinear)]
[Conv2D(5, new[] { 9, 1 }, Activation = Activation.Tanh)]
[UpSampling2D(new[] { 2, 1 }, Interpolation = Interpolation.Bilinear)]
[Flatten(Name = "large")]
[UpSampling2D(new[] { 1, 4 }, From = "image", Interpolation = Interpolation.Bilinear)]
[Flatten]
[Concatenate("large")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class UpSampleBilinear;

// Repeated steps; one vector repeated.
[StaticNet]
[Input(5, 3)]
[Conv1D(9, 2, Activation = Activation.Tanh)]
[UpSampling1D]
[Conv1D(4, 8)]
[UpSampling1D(3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class UpSampleSteps;
