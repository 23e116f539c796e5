namespace StaticNets.Tests.Nets;

// Images in a sequence: convolution with an activation in registers, pooling, a view, and a dense layer with one behind it.
[StaticNet]
[Input(3, 6, 5, 2)]
[TimeDistributed]
[Conv2D(5, 3, Activation = Activation.Relu, L2 = 0.01)]
[TimeDistributed]
[MaxPooling2D(2)]
[TimeDistributed]
[Flatten]
[TimeDistributed(Name = "features")]
[Dense(7, Activation = Activation.Softmax)]
[LSTM(4)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class StepImages;

// Layers without activation or weights, a recurrent layer in each step, and a frozen one.
[StaticNet]
[Input(4, 3, 2)]
[TimeDistributed(Frozen = true)]
[Dense(6, Activation = Activation.Tanh)]
[TimeDistributed]
[LayerNormalization]
[TimeDistributed]
[GRU(5, ReturnSequences = true)]
[TimeDistributed]
[GlobalAveragePooling1D]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class StepLayers;

// A dense layer over more rows than a panel of its kernel's gradient holds (32), so that sums go on from panel to panel.
[StaticNet]
[Input(33, 5)]
[Dense(1500, Activation = Activation.Tanh, L1 = 0.0001, L2 = 0.001)]
[GlobalAveragePooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class StepsOfManyPanels;

// Winograd's algorithm over the images of a sequence: more of them than go together, with a pooling behind and a gradient going through.
[StaticNet]
[Input(3, 9, 10, 3)]
[TimeDistributed]
[Conv2D(9, 3, Algorithm = ConvolutionAlgorithm.WinogradF4, Activation = Activation.Relu, L2 = 0.01)]
[TimeDistributed]
[Conv2D(17, 3, Algorithm = ConvolutionAlgorithm.WinogradF2, Padding = Padding.Same, UseBias = false)]
[TimeDistributed]
[MaxPooling2D(2)]
[TimeDistributed(Frozen = true)]
[Conv2D(4, 3, Algorithm = ConvolutionAlgorithm.WinogradF2, Activation = Activation.Tanh)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class StepWinograd;

// Layers that are made of others, each with buffers of its own, and wrappers in wrappers. The products of two directions come last: they
// are so small that attention over them is hardly more than a mean, with gradients near 0.
[StaticNet]
[Input(3, 5, 5, 2)]
[TimeDistributed]
[DepthwiseConv2D(2, DepthMultiplier = 3, Activation = Activation.Relu, DepthwiseL2 = 0.01)]
[TimeDistributed]
[SeparableConv2D(4, 3, DepthMultiplier = 2, PointwiseL1 = 0.001, Activation = Activation.Tanh)]
[TimeDistributed]
[TimeDistributed]
[MultiHeadAttention(2, 3)]
[TimeDistributed]
[TimeDistributed]
[Bidirectional(MergeMode = MergeMode.Mul)]
[LSTM(3, L2 = 0.01)]
[Flatten]
[Dense(2)]
[Checked(SmallGradient = "/key_bias")]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class StepComposites;

// Noise in each step, of values and of the states of recurrent layers: gradients go back through what was drawn.
[StaticNet]
[Input(3, 4, 2)]
[Dense(2)]
[TimeDistributed]
[GaussianNoise(0.1)]
[TimeDistributed]
[LSTM(5, ReturnSequences = true, Dropout = 0.25, RecurrentDropout = 0.25)]
[TimeDistributed]
[SpatialDropout1D(0.3)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class StepNoise;

// A softmax of each step goes with the loss, behind one wrapper or several; an output beside it shows the same values as rows, and has a gradient of its own.
[StaticNet]
[Input(2, 3, 4)]
[Dense(6, Name = "rows")]
[TimeDistributed(Name = "pairs")]
[Reshape(9, 2)]
[TimeDistributed(From = "rows")]
[TimeDistributed]
[Dense(3)]
[TimeDistributed]
[Activation(Activation.Softmax)]
[Output("rows", Loss.MeanSquaredError)]
[Output("pairs", Loss.MeanAbsoluteError, Weight = 0.5)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class StepOutputs;
