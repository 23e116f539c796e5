namespace StaticNets.Tests.Nets;

// Padding that two layers read, so that it stays a layer: all forms of its argument. Cropping undoes it and more.
[StaticNet]
[Input(5, 6, 2)]
[Conv2D(3, 2, Activation = Activation.Tanh)]
[ZeroPadding2D(Name = "one")]
[ZeroPadding2D(2, 1, Name = "two")]
[ZeroPadding2D(1, 0, 3, 2, Name = "sides")]
[Cropping2D(1, From = "one", Name = "whole")]
[Cropping2D(3, 2, From = "two")]
[Add("whole")]
[Cropping2D(2, 1, 4, 3, From = "sides")]
[Flatten(Name = "corner")]
[Flatten(From = "add")]
[Concatenate("corner")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginImages;

// Margins above and below only move whole rows; 17 channels are one vector and one lane; cropped first, then padded.
[StaticNet]
[Input(7, 5, 2)]
[Conv2D(17, 1, Activation = Activation.Tanh, Name = "image")]
[Cropping2D(CroppingPerAxis = new[] { 2, 0 })]
[Conv2D(4, 1, Name = "rows")]
[Cropping2D(CroppingPerAxis = new[] { 1, 1, 0, 3 }, From = "image")]
[AveragePooling2D(2, Strides = 1)]
[ZeroPadding2D(PaddingPerAxis = new[] { 1, 0 })]
[AveragePooling2D(new[] { 2, 1 })]
[Flatten(Name = "pooled")]
[Flatten(From = "rows")]
[Concatenate("pooled")]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginRows;

// Sequences, with the default of 1 and with sides that differ; margins of 0 are a view.
[StaticNet]
[Input(9, 3)]
[ZeroPadding1D]
[Conv1D(5, 2, Activation = Activation.Tanh)]
[Cropping1D]
[ZeroPadding1D(3, 0, Name = "before")]
[AveragePooling1D(2, Strides = 1)]
[Cropping1D(0, 4)]
[ZeroPadding1D(0)]
[Cropping1D(0)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginSequences;

// Padding that goes into the convolution: symmetric, one-sided, before strides and dilation, on top of its own, and before a fused pooling.
[StaticNet]
[Input(8, 9, 2)]
[ZeroPadding2D(1)]
[Conv2D(6, 3, Activation = Activation.Relu)]
[ZeroPadding2D(0, 1, 2, 0)]
[Conv2D(17, 3, Strides = 2, Activation = Activation.Relu)]
[ZeroPadding2D(2, 1)]
[Conv2D(5, 3, DilationRate = 2, Padding = Padding.Same, Activation = Activation.Tanh)]
[ZeroPadding2D(1, 2, 1, 0)]
[Conv2D(4, 2, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginFolded;

// Padding wider than the kernel stays a layer: some windows lie on zeros alone. Sequences fold too.
[StaticNet]
[Input(4, 5, 2)]
[Conv2D(3, 1, Activation = Activation.Tanh)]
[ZeroPadding2D(3)]
[Conv2D(4, 2, Activation = Activation.Tanh)]
[Reshape(-1, 4)]
[ZeroPadding1D(2, 1)]
[Conv1D(6, 3)]
[GlobalAveragePooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginWide;

// Winograd's tiles over padding that is not Keras' same.
[StaticNet]
[Input(9, 8, 3)]
[ZeroPadding2D(2, 0, 1, 2)]
[Conv2D(8, 3, Algorithm = ConvolutionAlgorithm.WinogradF4, Activation = Activation.Relu)]
[ZeroPadding2D(1, 2, 0, 1)]
[Conv2D(5, 3, Algorithm = ConvolutionAlgorithm.WinogradF2)]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginWinograd;

// Padding as the output, which nobody else reads; two paddings in a row that one convolution takes.
[StaticNet]
[Input(4, 5, 2)]
[ZeroPadding2D(1, 0)]
[ZeroPadding2D(0, 1)]
[Conv2D(17, 3, Activation = Activation.Relu)]
[ZeroPadding2D(0, 2, 1, 0)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginEnds;

// Groups take the zeros as their padding too, of images and of sequences.
[StaticNet]
[Input(6, 5, 4)]
[ZeroPadding2D(1, 0, 2, 1)]
[Conv2D(6, 3, Groups = 2, Activation = Activation.Tanh)]
[Reshape(-1, 6)]
[ZeroPadding1D(0, 2)]
[Conv1D(9, 3, Groups = 3)]
[GlobalMaxPooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MarginGroups;
