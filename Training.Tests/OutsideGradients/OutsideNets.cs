namespace StaticNets.Training.Tests.OutsideGradients;

/// <summary>Makes points of noise.</summary>
[StaticNet]
[Input(3)]
[Dense(24, Activation = Activation.Tanh)]
[Dense(2)]
[Compile(Optimizer.Adam, LearningRate = 0.002, Beta1 = 0.5)]
public sealed partial class GeneratorNet;

/// <summary>Tells points that were made from those that were there: a logit.</summary>
[StaticNet]
[Input(2)]
[Dense(24, Activation = Activation.LeakyRelu)]
[Dense(24, Activation = Activation.LeakyRelu)]
[Dense(1)]
[Compile(Optimizer.Adam, LearningRate = 0.002, Beta1 = 0.5, InputGradients = true)]
public sealed partial class DiscriminatorNet;

/// <summary>The one behind the other, as one net.</summary>
[StaticNet]
[Input(3)]
[Dense(24, Activation = Activation.Tanh)]
[Dense(2)]
[Dense(24, Activation = Activation.LeakyRelu)]
[Dense(24, Activation = Activation.LeakyRelu)]
[Dense(1)]
[Compile(Optimizer.Sgd, InputGradients = true)]
public sealed partial class JoinedNet;

/// <summary>With a loss, dropout and statistics of the batch.</summary>
[StaticNet]
[Input(4)]
[Dense(12, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Dropout(0.3)]
[Dense(3, L2 = 0.01)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class RegressionNet;

/// <summary>Indexes, and gradients of all inputs.</summary>
[StaticNet]
[Input(2, Name = "words")]
[Input(3, Name = "numbers")]
[Embedding(5, 4, From = "words")]
[Flatten(Name = "embedded")]
[Concatenate("embedded", "numbers")]
[Dense(2)]
[Compile(Optimizer.Sgd, InputGradients = true)]
public sealed partial class IndexNet;
