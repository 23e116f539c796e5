namespace StaticNets.Tests.Nets;

// Formulas whose plain form would leave nothing of their digits: CancellationTests has their values.

[StaticNet]
[Input(1)]
[BatchNormalization]
[Checked(Elsewhere = "CancellationTests")]
public sealed partial class FarFromZero;

[StaticNet]
[Input(1)]
[Dense(1)]
[BatchNormalization]
[Checked(Elsewhere = "CancellationTests")]
public sealed partial class FarFromZeroFolded;

[StaticNet]
[Input(1)]
[Dense(1)]
[Compile(Loss.LogCosh, Optimizer.Sgd)]
[Checked(Elsewhere = "CancellationTests")]
public sealed partial class NearLogCosh;

[StaticNet]
[Input(1)]
[Dense(1)]
[Compile(Loss.MeanSquaredLogarithmicError, Optimizer.Sgd)]
[Checked(Elsewhere = "CancellationTests")]
public sealed partial class NearLogarithm;

[StaticNet]
[Input(1)]
[Dense(1)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]
[Checked(Elsewhere = "CancellationTests")]
public sealed partial class NearCrossentropy;
