namespace StaticNets.Tests.Nets;

/// <summary>Kernel gradients from a pooling's winners, which registers hold: taps in two tiles, a last vector of one filter, padding.</summary>
[StaticNet]
[Input(9, 11, 1)]
[Conv2D(17, 5, Padding = Padding.Same, Activation = Activation.Relu, L1 = 0.01)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewGrey;

/// <summary>The same with three channels, whose two rows fill the registers.</summary>
[StaticNet]
[Input(8, 9, 3)]
[Conv2D(6, new[] { 2, 3 }, Activation = Activation.LeakyRelu, L2 = 0.01)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewColours;

/// <summary>The same with strides, windows of three columns, and dilation down only.</summary>
[StaticNet]
[Input(17, 20, 1)]
[Conv2D(5, 3, Strides = 2, Activation = Activation.Relu)]
[MaxPooling2D(new[] { 2, 3 })]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewStrides;

/// <summary>The same with dilation.</summary>
[StaticNet]
[Input(13, 12, 2)]
[Conv2D(4, 2, DilationRate = 2, Padding = Padding.Same)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewDilated;

/// <summary>Input gradients whose lanes are filters: six channels, kernels of 5x5, a pooling behind.</summary>
[StaticNet]
[Input(10, 11, 2)]
[Conv2D(6, 1)]
[Conv2D(16, 5, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewForLanes;

/// <summary>The same with more filters than lanes, strides, padding, and a gradient that is added to another.</summary>
[StaticNet]
[Input(9, 10, 2)]
[Conv2D(5, 1, Name = "shared")]
[Conv2D(32, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu, Name = "first")]
[Conv2D(32, new[] { 3, 4 }, Strides = 2, Padding = Padding.Same, From = "shared", Name = "second")]
[Add("first", "second")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewForStridedLanes;

/// <summary>The same on wide rows: tiles of three positions in a loop, and results of a single channel.</summary>
[StaticNet]
[Input(3, 40, 1)]
[Conv2D(7, 1, Name = "seven")]
[Conv2D(1, 1, From = "input_layer", Name = "one")]
[Conv2D(16, 3, Algorithm = ConvolutionAlgorithm.Direct, From = "seven", Name = "wide")]
[Conv2D(16, 3, Algorithm = ConvolutionAlgorithm.Direct, From = "one", Name = "narrow")]
[Add("wide", "narrow")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewForWideLanes;

/// <summary>Forward passes over columns: two vectors of them, padding, pooling, ties.</summary>
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(7, 20, 1)]
[Conv2D(6, 5, Padding = Padding.Same, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewPlanar;

/// <summary>The same in one vector that windows fill, with strides down.</summary>
[StaticNet]
[Input(12, 20, 1)]
[Conv2D(7, 5, StridesPerAxis = new[] { 2, 1 }, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewPlanarNarrow;

/// <summary>The same with windows of three columns, in a whole tile and a part of one, without bias.</summary>
[StaticNet]
[Input(8, 37, 1)]
[Conv2D(3, 5, UseBias = false)]
[MaxPooling2D(new[] { 2, 3 })]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewPlanarThrees;

/// <summary>The same without a pooling: of the last two vectors one column counts.</summary>
[StaticNet]
[Input(10, 37, 1)]
[Conv2D(4, 5)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewPlanarTail;

/// <summary>The same without pooling, with dilation, in a loop of tiles and a part of one.</summary>
[StaticNet]
[Input(7, 79, 1)]
[Conv2D(4, new[] { 3, 5 }, DilationRate = 2, Activation = Activation.LeakyRelu)]
[AveragePooling2D(new[] { 3, 4 })]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class FewPlanarWide;
