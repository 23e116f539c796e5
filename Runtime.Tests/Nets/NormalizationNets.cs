namespace StaticNets.Tests.Nets;

// Rows of 17, 16 and 3, with one of the two weights and with both; the input's gradient through all.
[StaticNet]
[Input(5, 9)]
[Dense(17, Activation = Activation.Tanh)]
[LayerNormalization(Center = false, GammaL1 = 0.001)]
[Dense(16)]
[LayerNormalization]
[Dense(3)]
[LayerNormalization(Scale = false, BetaL2 = 0.003)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormLayer;

// Rows of one value, which are all 0 when normalized: only penalties have a gradient there.
[StaticNet]
[Input(5, 9)]
[Dense(4, Name = "wide")]
[Dense(1, L2 = 0.1, BiasL2 = 0.1)]
[LayerNormalization(GammaL2 = 0.1, Name = "narrow")]
[Concatenate("wide", "narrow")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormNarrow;

// The last two axes together, then all, with rows longer than are laid out; a branch, so that gradients add up.
[StaticNet]
[Input(3, 4, 12)]
[Dense(37)]
[LayerNormalization(Axes = new[] { 2, 3 }, Epsilon = 0.1, GammaL2 = 0.002, BetaL1 = 0.001, Name = "a")]
[LayerNormalization(Axes = new[] { -1, -3, -2 }, Name = "b")]
[LayerNormalization(Center = false, Scale = false, From = "a", Name = "c")]
[Add("a", "b", "c")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormAxes;

// Groups of two channels, instances, one group; 17 channels and fewer positions than chains.
[StaticNet]
[Input(5, 7, 3)]
[Conv2D(18, 3, Activation = Activation.Sigmoid)]
[GroupNormalization(9, GammaL1 = 0.001, GammaL2 = 0.002, BetaL1 = 0.003)]
[Conv2D(17, 2, Activation = Activation.Tanh)]
[GroupNormalization(-1, Scale = false)]
[Conv2D(4, 2)]
[GroupNormalization(1, Epsilon = 1e-5)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormGroup;

// One position, where a group's values are its channels alone; many channels; a branch.
[StaticNet]
[Input(6)]
[Dense(160, Name = "wide")]
[GroupNormalization(20, Center = false, Name = "a")]
[GroupNormalization(From = "wide", Name = "b")]
[Add("a", "b")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormGroupFlat;

// The root mean square of short and of long rows.
[StaticNet]
[Input(6, 8)]
[Dense(19)]
[RMSNormalization]
[Dense(7, Activation = Activation.Tanh)]
[RMSNormalization(Axes = new[] { -2, -1 }, Epsilon = 0.01)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormRms;

// Rows of length 1, two rows of them together, and rows read twice.
[StaticNet]
[Input(4, 5)]
[Dense(21, Name = "rows")]
[UnitNormalization(Name = "a")]
[UnitNormalization(Axes = new[] { 1, 2 }, From = "rows", Name = "b")]
[Add("a", "b")]
[Dense(3)]
[UnitNormalization]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class NormUnit;

// Zeros, whose norm of 0 divides nothing.
[StaticNet]
[Input(6)]
[Dense(5, Activation = Activation.Relu)]
[UnitNormalization]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(WholeNumbers = true)]
public sealed partial class NormZeros;
