namespace StaticNets.Training.Tests.Updates;

/// <summary>Every constraint, on kernels of more and less than 16 units, a depthwise and a transposed kernel and vectors.</summary>
[StaticNet]
[Input(6, 6, 3)]
[Conv2D(17, 3, KernelConstraint = Constraint.MaxNorm, MaxNorm = 0.5, BiasConstraint = Constraint.NonNeg)]
[DepthwiseConv2D(2, DepthMultiplier = 2, DepthwiseConstraint = Constraint.UnitNorm, BiasConstraint = Constraint.MaxNorm, BiasMaxNorm = 0.125)]
[Conv2DTranspose(5, 2, KernelConstraint = Constraint.MaxNorm, MaxNorm = 0.25)]
[Flatten]
[Dense(35, KernelConstraint = Constraint.MinMaxNorm, MinNorm = 0.75, MaxNorm = 0.875, NormRate = 0.5)]
[Dense(3, KernelConstraint = Constraint.NonNeg)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.25)]
public sealed partial class ConstrainedNet;

/// <summary>The same without constraints.</summary>
[StaticNet]
[Input(6, 6, 3)]
[Conv2D(17, 3)]
[DepthwiseConv2D(2, DepthMultiplier = 2)]
[Conv2DTranspose(5, 2)]
[Flatten]
[Dense(35)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.25)]
public sealed partial class UnconstrainedNet;
