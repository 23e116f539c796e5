namespace StaticNets.Tests.Nets;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0.05)]
public sealed partial class OptSgd;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9)]
public sealed partial class OptMomentum;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.8, Nesterov = true)]
public sealed partial class OptNesterov;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.RmsProp)]
public sealed partial class OptRmsProp;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.RmsProp, Rho = 0.8, Momentum = 0.5, Centered = true, Epsilon = 1e-5)]
public sealed partial class OptRmsPropCentered;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class OptAdam;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.01, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-4, WeightDecay = 0.02)]
public sealed partial class OptAdamDecay;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.AdamW)]
public sealed partial class OptAdamW;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.01, Beta2 = 0.5, AmsGrad = true)]
public sealed partial class OptAmsGrad;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adamax)]
public sealed partial class OptAdamax;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Nadam, WeightDecay = 0.02)]
public sealed partial class OptNadam;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adagrad, LearningRate = 0.05)]
public sealed partial class OptAdagrad;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adadelta, LearningRate = 0.5)]
public sealed partial class OptAdadelta;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Lion, WeightDecay = 0.1)]
public sealed partial class OptLion;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Ftrl, LearningRate = 0.05, L1RegularizationStrength = 0.02, L2RegularizationStrength = 0.01, L2ShrinkageRegularizationStrength = 0.01, Beta = 0.1)]
public sealed partial class OptFtrl;

// A tensor of more than one block, and a bias.
[StaticNet]
[Input(5)]
[Dense(70, Activation = Activation.Tanh, L2 = 0.01)]
[Dense(65, Activation = Activation.Tanh)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Lamb, WeightDecay = 0.1, LearningRate = 0.01)]
public sealed partial class OptLamb;
