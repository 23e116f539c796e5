namespace StaticNets.Tests.Nets;

// Groups of 3, 8 and 17 channels and of 3, 17 and 4 filters: less and more than a vector. Valid and same, behind a pooling that is not fused.
[StaticNet]
[Input(7, 10, 6)]
[Conv2D(6, 3, Groups = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(34, 1, Activation = Activation.Tanh)]
[Conv2D(34, 3, Groups = 2, Activation = Activation.Relu, L1 = 0.01, L2 = 0.02, BiasL1 = 0.003)]
[MaxPooling2D(2)]
[Conv2D(16, 1, Groups = 2)]
[Conv2D(8, 2, Groups = 2, UseBias = false)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GroupPlain;

// Strides, dilation, as many groups as channels; the last group's padded copy ends with the image.
[StaticNet]
[Input(11, 12, 4)]
[Conv2D(20, 3, Groups = 4, Strides = 2, Padding = Padding.Same, Activation = Activation.LeakyRelu)]
[Conv2D(40, 3, Groups = 20, DilationRatePerAxis = new[] { 1, 2 }, Padding = Padding.Same)]
[Conv2D(36, new[] { 2, 3 }, Groups = 2, StridesPerAxis = new[] { 1, 2 }, Activation = Activation.Sigmoid)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GroupStrided;

// Along a sequence, causal; two readers of one value, the second of which adds to its gradient. A normalization is folded in where the net predicts.
[StaticNet]
[Input(13, 4)]
[Conv1D(12, 3, Groups = 2, Padding = Padding.Causal, Activation = Activation.Tanh, Name = "both")]
[Conv1D(6, 2, Groups = 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Name = "a")]
[Conv1D(6, 3, Groups = 6, Strides = 2, Padding = Padding.Same, From = "both")]
[Concatenate("a")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GroupSequence;

// A kernel whose edges are looked at tap by tap.
[StaticNet]
[Input(3, 19, 2)]
[Conv2D(18, 1, Groups = 2)]
[Conv2D(34, new[] { 2, 13 }, Groups = 2, Padding = Padding.Same)]
[GlobalAveragePooling2D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GroupWide;
