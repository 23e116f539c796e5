namespace StaticNets.Tests.Nets;

// Penalties of what comes out of activations, L1 of ReLU's exact zeros among them; one on a weight beside them.
[StaticNet]
[Input(9)]
[Dense(17, Activation = Activation.Relu, ActivityL1 = 0.03)]
[Dense(16, Activation = Activation.Tanh, ActivityL1 = 0.02, ActivityL2 = 0.04, L2 = 0.01)]
[Dense(1, ActivityL2 = 0.05)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class ActivityDense;

// Outputs that a pooling behind the convolution would otherwise never let out of it, and that of such a pooling.
[StaticNet]
[Input(9, 9, 3)]
[Conv2D(17, 3, Activation = Activation.Relu, ActivityL2 = 0.01)]
[MaxPooling2D]
[Conv2D(6, 2, Activation = Activation.Relu)]
[MaxPooling2D(ActivityL1 = 0.02)]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ActivityPooled;

// Of logits whose softmax goes with the loss.
[StaticNet]
[Input(7)]
[Dense(18, Activation = Activation.Elu)]
[Dense(5, ActivityL2 = 0.1)]
[Softmax]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ActivityLogits;

// Of probabilities: the loss is then that of probabilities, too.
[StaticNet]
[Input(7)]
[Dense(5, Activation = Activation.Softmax, ActivityL1 = 0.3, ActivityL2 = 0.2)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ActivityProbabilities;

// The layer: of the net's input, before an activation that may not overwrite what it reads, and last.
[StaticNet]
[Input(6)]
[ActivityRegularization(L1 = 0.5)]
[Dense(19, Name = "hidden")]
[ActivityRegularization(L1 = 0.03, L2 = 0.02, ActivityL2 = 0.01)]
[Activation(Activation.Tanh)]
[Add("hidden")]
[Dense(3)]
[ActivityRegularization(L2 = 0.1)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActivityLayers;

// Of wrappers and of layers that are made of others.
[StaticNet]
[Input(6, 5)]
[TimeDistributed(ActivityL1 = 0.02)]
[Dense(9, Activation = Activation.Tanh)]
[Bidirectional(ActivityL2 = 0.03, MergeMode = MergeMode.Sum)]
[GRU(4, ReturnSequences = true)]
[SimpleRNN(3, ActivityL2 = 0.2)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActivityWrapped;

// Of frozen layers: the first has no gradient to give, the second passes one on. A view, a merge and a normalization that waits for the batch.
[StaticNet]
[Input(5, 4, 2)]
[Conv2D(3, 2, Frozen = true, ActivityL2 = 0.1)]
[SeparableConv2D(4, 2, Activation = Activation.Relu, ActivityL1 = 0.05, Name = "separable")]
[BatchNormalization(ActivityL1 = 0.02)]
[Add("separable", ActivityL2 = 0.01)]
[Flatten(ActivityL2 = 0.03)]
[Dense(6, Frozen = true, ActivityL1 = 0.04)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActivityFrozen;

// Values so many that they go by blocks of samples, and outputs of their own.
[StaticNet]
[Input(15, 15, 2)]
[Conv2D(12, 2, Activation = Activation.Tanh, ActivityL1 = 0.001, ActivityL2 = 0.002)]
[Conv2D(5, 3, Activation = Activation.Relu)]
[GlobalAveragePooling2D(Name = "pooled", ActivityL2 = 0.3)]
[Dense(3)]
[Output("pooled", Loss.MeanAbsoluteError, Weight = 0.5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActivityBlocks;
