namespace StaticNets.Tests.Nets;

// Rows of several vectors and of a vector and a lane, in place and beside another reader; a row of one value is always 1.
[StaticNet]
[Input(4, 6)]
[Dense(37, Activation = Activation.Sparsemax, Name = "many")]
[Dense(17, Name = "x")]
[Activation(Activation.Sparsemax)]
[Add("x")]
[Dense(5, Activation = Activation.Sparsemax)]
[Dense(3, Activation = Activation.Tanh, Name = "a")]
[Dense(1, Name = "one")]
[Activation(Activation.Sparsemax)]
[Add("one")]
[Flatten]
[Dense(4, Activation = Activation.Sparsemax)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class SparsemaxRows;
