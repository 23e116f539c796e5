namespace StaticNets.Tests.Nets;

// Gated units of a dense layer: one lane more than a vector, then few.
[StaticNet]
[Input(6)]
[Dense(34)]
[GLU]
[Dense(10)]
[GLU(Activation = Activation.Relu)]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GatedUnits;

// The same at every pixel and every step of a sequence, of one value twice; a gate that is one of rows, and a gate without a function.
[StaticNet]
[Input(4, 5, 3)]
[Conv2D(16, 2, Activation = Activation.Tanh, Name = "both")]
[GLU(Activation = Activation.Silu, Name = "swish")]
[Conv2D(12, 1)]
[GLU(Activation = Activation.Softmax, Name = "few")]
[GLU(Activation = Activation.Gelu, From = "both")]
[Add("swish")]
[Reshape(-1, 16)]
[GLU(Activation = Activation.Linear)]
[Flatten(Name = "flat")]
[Flatten(From = "few")]
[Concatenate("flat")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class GatedPixels;
