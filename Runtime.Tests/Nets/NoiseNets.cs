namespace StaticNets.Tests.Nets;

// As in DropoutNets.cs, what is drawn is seen, not known: the disturbed values are also the last values of the output.

// Whole channels of a sequence, one more than a vector holds.
[StaticNet]
[Input(5, 3)]
[Conv1D(17, 2, Activation = Activation.Sigmoid)]
[SpatialDropout1D(0.4, Name = "drop")]
[Flatten(Name = "kept")]
[Dense(3, Activation = Activation.Tanh)]
[Concatenate("dense", "kept")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseSequenceChannels;

// Whole channels of an image, fewer than a vector holds, which two layers read.
[StaticNet]
[Input(5, 6, 2)]
[Conv2D(5, 2, Activation = Activation.Sigmoid)]
[SpatialDropout2D(0.25, Name = "drop")]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[Flatten(Name = "read")]
[Flatten(From = "drop", Name = "kept")]
[Concatenate("read", "kept")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseImageChannels;

// Dropping many channels of an image that another layer reads as it is: the gradient is added to that layer's.
[StaticNet]
[Input(3, 2, 2)]
[Conv2D(36, 1, Activation = Activation.Sigmoid, Name = "image")]
[SpatialDropout2D(0.5)]
[Flatten(Name = "kept")]
[GlobalAveragePooling2D(From = "image")]
[Dense(3)]
[Concatenate("dense", "kept")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseManyChannels;
