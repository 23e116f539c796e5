namespace StaticNets.Tests.Nets;

// Max-pooling goes into the convolution before it: of 29 steps pooled by 3 the last two are not computed.
[StaticNet]
[Input(31, 3)]
[Conv1D(17, 3, Activation = Activation.Relu)]
[MaxPooling1D(3)]
[Conv1D(5, 3, Padding = Padding.Causal, DilationRate = 2, Activation = Activation.LeakyRelu)]
[MaxPooling1D]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequencePoolFused;

// Poolings of their own: overlapping, padded, of one step, with gaps.
[StaticNet]
[Input(29, 2)]
[Conv1D(17, 2, Activation = Activation.Tanh)]
[MaxPooling1D(3, Strides = 2, Padding = Padding.Same)]
[AveragePooling1D(4, Strides = 1, Padding = Padding.Same)]
[Conv1D(8, 1, Activation = Activation.Tanh)]
[MaxPooling1D(2, Strides = 3)]
[AveragePooling1D(2)]
[MaxPooling1D(1)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequencePoolWindows;

// Poolings over all steps, with and without their axis; two readers of one layer, so that gradients add up.
[StaticNet]
[Input(11, 3)]
[Conv1D(17, 3, Activation = Activation.Sigmoid, Name = "steps")]
[GlobalMaxPooling1D(KeepDims = true)]
[Conv1D(5, 1, Name = "largest")]
[GlobalAveragePooling1D(KeepDims = true, From = "steps")]
[Conv1D(5, 1)]
[Concatenate("largest", Axis = 1)]
[GlobalMaxPooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequencePoolGlobal;

// The same for images.
[StaticNet]
[Input(5, 7, 2)]
[Conv2D(33, 2, Activation = Activation.Tanh, Name = "image")]
[GlobalAveragePooling2D(Name = "mean")]
[GlobalMaxPooling2D(From = "image", KeepDims = true)]
[Conv2D(33, 1, Activation = Activation.Tanh)]
[GlobalMaxPooling2D]
[Add("mean")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequencePoolImages;

// Exact arithmetic on small whole numbers, where equal maxima are frequent.
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(14, 2)]
[Conv1D(5, 2)]
[MaxPooling1D(3, Strides = 2, Padding = Padding.Same)]
[Conv1D(16, 1, Name = "steps")]
[GlobalMaxPooling1D(Name = "largest")]
[MaxPooling1D(2, From = "steps")]
[Flatten]
[Concatenate("largest")]
[Dense(4)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SequencePoolTies;
