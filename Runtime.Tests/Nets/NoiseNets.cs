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

// Noise that is added in the middle, read by a layer and by the output.
[StaticNet]
[Input(9)]
[Dense(33, Activation = Activation.Sigmoid)]
[GaussianNoise(0.5, Name = "noisy")]
[Dense(3, Activation = Activation.Tanh)]
[Concatenate("dense_1", "noisy")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseAdded;

// Noise on values that another layer reads as they are: the gradient is added to that layer's.
[StaticNet]
[Input(6)]
[Dense(19, Activation = Activation.Sigmoid, Name = "plain")]
[GaussianNoise(1, Name = "noisy")]
[Dense(3, From = "plain")]
[Concatenate("dense", "noisy")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseAddedBeside;

// Noise of no deviation, and normal factors of no variance: nothing changes.
[StaticNet]
[Input(6)]
[Dense(5, Activation = Activation.Sigmoid)]
[GaussianNoise(0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseNone;

[StaticNet]
[Input(6)]
[Dense(5, Activation = Activation.Sigmoid)]
[GaussianDropout(0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseFactorsNone;

// Normal factors, of a variance of 1, in the middle and behind a pooling that is fused.
[StaticNet]
[Input(7, 7, 2)]
[Conv2D(8, 2, Activation = Activation.Sigmoid)]
[MaxPooling2D(2)]
[GaussianDropout(0.5)]
[Flatten(Name = "noisy")]
[Dense(5, Activation = Activation.Tanh)]
[Concatenate("dense", "noisy")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseFactors;

// Normal factors on values that another layer reads as they are.
[StaticNet]
[Input(6)]
[Dense(17, Activation = Activation.Sigmoid, Name = "plain")]
[GaussianDropout(0.1, Name = "noisy")]
[Dense(3, From = "plain")]
[Concatenate("dense", "noisy")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseFactorsBeside;

// Values at SELU's limit, in the middle.
[StaticNet]
[Input(9)]
[Dense(33, Activation = Activation.Selu)]
[AlphaDropout(0.3, Name = "drop")]
[Dense(3, Activation = Activation.Tanh)]
[Concatenate("dense_1", "drop")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseAlpha;

// The same on values that another layer reads as they are.
[StaticNet]
[Input(6)]
[Dense(5, Activation = Activation.Sigmoid, Name = "plain")]
[AlphaDropout(0.6, Name = "drop")]
[Dense(3, From = "plain")]
[Concatenate("dense", "drop")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseAlphaBeside;

// A rate of 0 keeps all as they are.
[StaticNet]
[Input(6)]
[Dense(9, Activation = Activation.Selu)]
[AlphaDropout(0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NoiseAlphaNone;
