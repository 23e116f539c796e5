namespace StaticNets.Tests.Nets;

// Every activation fused into a dense layer of a broken vector.
[StaticNet]
[Input(6)]
[Dense(9, Activation = Activation.Relu)]
[Dense(17, Activation = Activation.LeakyRelu)]
[Dense(9, Activation = Activation.Elu)]
[Dense(17, Activation = Activation.Sigmoid)]
[Dense(9, Activation = Activation.Tanh)]
[Dense(17, Activation = Activation.Gelu)]
[Dense(9, Activation = Activation.Silu)]
[Dense(17, Activation = Activation.Linear)]
[Dense(5, Activation = Activation.Softmax)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActDense;

// Every activation fused into a convolution.
[StaticNet]
[Input(5, 5, 2)]
[Conv2D(9, 1, Activation = Activation.Relu)]
[Conv2D(8, 1, Activation = Activation.LeakyRelu)]
[Conv2D(9, 2, Activation = Activation.Elu)]
[Conv2D(8, 1, Activation = Activation.Sigmoid)]
[Conv2D(9, 1, Activation = Activation.Tanh)]
[Conv2D(8, 1, Activation = Activation.Gelu)]
[Conv2D(9, 1, Activation = Activation.Silu)]
[Conv2D(5, 1, Activation = Activation.Linear)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActConv;

// Activations as layers of their own: behind the input, a layer, another activation, a pooling, a reshape, a flatten, a merge.
[StaticNet]
[Input(7, 6, 3)]
[Activation(Activation.Tanh)]
[Conv2D(8, 3, Padding = Padding.Same)]
[Activation(Activation.Elu)]
[Activation(Activation.Silu)]
[MaxPooling2D(2)]
[Activation(Activation.LeakyRelu)]
[AveragePooling2D(2, Strides = 1)]
[Activation(Activation.Gelu)]
[Reshape(4, -1)]
[Activation(Activation.Sigmoid, Name = "gate")]
[Flatten]
[Activation(Activation.Linear, Name = "flat")]
[Dense(8, Activation = Activation.Relu, Name = "a")]
[Dense(8, From = "flat")]
[Add("a")]
[Activation(Activation.Tanh)]
[Dense(3)]
[Activation(Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ActLayers;

// Softmax in the middle: over dense rows, and over 17 channels of each pixel.
[StaticNet]
[Input(5, 4, 3)]
[Conv2D(17, 2, Activation = Activation.Softmax)]
[Flatten]
[Dense(9, Activation = Activation.Softmax)]
[Dense(7)]
[Activation(Activation.Softmax)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActSoftmax;

// Softmax over channels as the output, one label a pixel.
[StaticNet]
[Input(5, 6, 2)]
[Conv2D(8, 3, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(3, 1, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class ActPixels;

// Run on inputs that saturate: exponentials neither overflow nor turn into NaN.
[StaticNet]
[Checked(InputScale = 400, Slack = 20)]
[Input(9)]
[Dense(17, Activation = Activation.Sigmoid, Name = "a")]
[Dense(17, Activation = Activation.Tanh, From = "input_layer", Name = "b")]
[Dense(17, Activation = Activation.Elu, From = "input_layer", Name = "c")]
[Dense(17, Activation = Activation.Gelu, From = "input_layer", Name = "d")]
[Dense(17, Activation = Activation.Silu, From = "input_layer", Name = "e")]
[Dense(17, Activation = Activation.Softmax, From = "input_layer", Name = "f")]
[Concatenate("a", "b", "c", "d", "e", "f")]
[Dense(5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class ActExtreme;
