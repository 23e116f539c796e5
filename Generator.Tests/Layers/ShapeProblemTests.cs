using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>Nets whose arguments, shapes or connections are wrong: each has its own id under the argument concerned, else under the attribute.</summary>
public sealed class ShapeProblemTests
{
    [Theory]
    [InlineData("Input(0), Dense(1)", "SN2001 0")]
    [InlineData("Input(null), Dense(1)", "SN2001 null")]
    [InlineData("Input(28, -1, 1), Flatten, Dense(1)", "SN2001 28, -1, 1")]
    [InlineData("Input(4), Dense(0)", "SN2001 0")]
    [InlineData("Input(4), Dense(units: -3)", "SN2001 units: -3")]
    [InlineData("Input(8, 8, 1), Conv2D(0, 3)", "SN2001 0")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 0)", "SN2001 0")]
    [InlineData("Input(8, 8, 1), Conv2D(4, new[] { 3, 0 })", "SN2001 new[] { 3, 0 }")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Strides = 0)", "SN2001 Strides = 0")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, DilationRate = -1)", "SN2001 DilationRate = -1")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Groups = 0)", "SN2001 Groups = 0")]
    [InlineData("Input(8, 8, 4), Conv2D(4, 3, Groups = 2, Algorithm = ConvolutionAlgorithm.WinogradF2)", "SN2010 Algorithm = ConvolutionAlgorithm.WinogradF2")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, Strides = 2, DilationRate = 2)", "SN2005 DilationRate = 2")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, Strides = 2, OutputPadding = 2)", "SN2007 OutputPadding = 2")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, OutputPadding = -1)", "SN2007 OutputPadding = -1")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, StridesPerAxis = new[] { 1, 3 }, OutputPaddingPerAxis = new[] { 1, 2 })", "SN2007 OutputPaddingPerAxis = new[] { 1, 2 }")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, Strides = 2, OutputPaddingPerAxis = new[] { 1 })", "SN2004 OutputPaddingPerAxis = new[] { 1 }")]
    [InlineData("Input(8, 8, 1), Conv2DTranspose(4, 3, Strides = 2, OutputPadding = 1, OutputPaddingPerAxis = new[] { 1, 1 })", "SN2008 OutputPaddingPerAxis = new[] { 1, 1 }")]
    [InlineData("Input(1, 1, 1), Conv2DTranspose(4, 2, Strides = 2, OutputPadding = 0, Padding = Padding.Same)", "SN2007 OutputPadding = 0")]
    [InlineData("Input(8, 8, 1), DepthwiseConv2D(3, DepthMultiplier = 0)", "SN2001 DepthMultiplier = 0")]
    [InlineData("Input(8, 8, 1), SeparableConv2D(4, new[] { 3, 0 })", "SN2001 new[] { 3, 0 }")]
    [InlineData("Input(8, 8, 1), MaxPooling2D(0)", "SN2001 0")]
    [InlineData("Input(8, 8, 1), AveragePooling2D(2, StridesPerAxis = new[] { 1, 0 })", "SN2001 StridesPerAxis = new[] { 1, 0 }")]
    [InlineData("Input(4), Dropout(1.5), Dense(1)", "SN2002 1.5")]
    [InlineData("Input(4), Dropout(-0.1), Dense(1)", "SN2002 -0.1")]
    [InlineData("Input(4, 2), SpatialDropout1D(1.5), Flatten, Dense(1)", "SN2002 1.5")]
    [InlineData("Input(4, 2), LSTM(2, Dropout = 1.5), Dense(1)", "SN2002 Dropout = 1.5")]
    [InlineData("Input(4, 2), GRU(2, RecurrentDropout = -0.1), Dense(1)", "SN2002 RecurrentDropout = -0.1")]
    [InlineData("Input(4), SpatialDropout1D(0.5), Dense(1)", "SN3001 SpatialDropout1D(0.5)")]
    [InlineData("Input(4, 2), SpatialDropout2D(0.5), Flatten, Dense(1)", "SN3001 SpatialDropout2D(0.5)")]
    [InlineData("Input(4), GaussianNoise(-0.1), Dense(1)", "SN2007 -0.1")]
    [InlineData("Input(4), GaussianNoise(1.5), Dense(1)", "SN2007 1.5")]
    [InlineData("Input(4), GaussianDropout(1), Dense(1)", "SN2007 1")]
    [InlineData("Input(4), AlphaDropout(1), Dense(1)", "SN2007 1")]
    [InlineData("Input(4), AlphaDropout(double.NaN), Dense(1)", "SN2007 double.NaN")]
    [InlineData("Input(4), Dropout(double.NaN), Dense(1)", "SN2002 double.NaN")]
    [InlineData("Input(4), Dense(1, L1 = -1)", "SN2003 L1 = -1")]
    [InlineData("Input(4), Dense(1, BiasL2 = double.PositiveInfinity)", "SN2003 BiasL2 = double.PositiveInfinity")]
    [InlineData("Input(8, 8, 1), DepthwiseConv2D(3, DepthwiseL1 = -1)", "SN2003 DepthwiseL1 = -1")]
    [InlineData("Input(8, 8, 1), SeparableConv2D(4, 3, PointwiseL2 = -1)", "SN2003 PointwiseL2 = -1")]
    [InlineData("Input(8, 8, 1), SeparableConv2D(4, 3, BiasL2 = -1)", "SN2003 BiasL2 = -1")]
    [InlineData("Input(8, 8, 1), Conv2D(4, new[] { 3, 3, 3 })", "SN2004 new[] { 3, 3, 3 }")]
    [InlineData("Input(8, 8, 1), MaxPooling2D(new[] { 2 })", "SN2004 new[] { 2 }")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, StridesPerAxis = new int[0])", "SN2004 StridesPerAxis = new int[0]")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Strides = 2, DilationRate = 2)", "SN2005 DilationRate = 2")]
    [InlineData("Input(4), Dense(1, Activation = (Activation)99)", "SN2006 Activation = (Activation)99")]
    [InlineData("Input(4), Activation((Activation)(-1)), Dense(1)", "SN2006 (Activation)(-1)")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Padding = (Padding)7)", "SN2006 Padding = (Padding)7")]
    [InlineData("Input(4), Dense(1, KernelInitializer = (Initializer)99)", "SN2006 KernelInitializer = (Initializer)99")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Strides = 1, StridesPerAxis = new[] { 1, 2 })", "SN2008 StridesPerAxis = new[] { 1, 2 }")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, DilationRate = 1, DilationRatePerAxis = new[] { 1, 2 })", "SN2008 DilationRatePerAxis = new[] { 1, 2 }")]
    [InlineData("Input(4), Dense(2, Name = \"\"), Dense(1)", "SN2009 Name = \"\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(1, Name = \"a\")", "SN2009 Name = \"a\"")]
    [InlineData("Input(4), Dense(2), ReLU(MaxValue = 0)", "SN2007 MaxValue = 0")]
    [InlineData("Input(4), Dense(2), ReLU(NegativeSlope = -1)", "SN2007 NegativeSlope = -1")]
    [InlineData("Input(4), Dense(2), ReLU(Threshold = double.NaN)", "SN2007 Threshold = double.NaN")]
    [InlineData("Input(4), Dense(2), LeakyReLU(NegativeSlope = -0.1)", "SN2007 NegativeSlope = -0.1")]
    [InlineData("Input(4), Dense(2), ELU(Alpha = -1)", "SN2007 Alpha = -1")]
    [InlineData("Input(4, 3), Softmax(Axis = 1)", "SN2070 Axis = 1")]
    [InlineData("Input(4, 3), PReLU(SharedAxes = new[] { 2 })", "SN2022 SharedAxes = new[] { 2 }")]
    [InlineData("Input(4, 3), PReLU(SharedAxes = new[] { 1, 2, 3 })", "SN2022 SharedAxes = new[] { 1, 2, 3 }")]
    [InlineData("Input(4, 3), PReLU(SharedAxes = new[] { 1, 1 })", "SN2022 SharedAxes = new[] { 1, 1 }")]
    [InlineData("Input(4, 3), PReLU(AlphaL1 = -1)", "SN2003 AlphaL1 = -1")]
    [InlineData("Input(4), Dense(2, BiasScale = 0.5)", "SN2020 BiasScale = 0.5")]
    [InlineData("Input(4), Dense(2, KernelInitializer = Initializer.Ones, KernelScale = 2)", "SN2020 KernelScale = 2")]
    [InlineData("Input(4), Dense(2, KernelScale = 0)", "SN2007 KernelScale = 0")]
    [InlineData("Input(4), Dense(2, KernelScale = double.PositiveInfinity)", "SN2007 KernelScale = double.PositiveInfinity")]
    [InlineData("Input(4), Dense(2, BiasInitializer = Initializer.Orthogonal)", "SN2021 BiasInitializer = Initializer.Orthogonal")]
    [InlineData("Input(4, 4, 1), Conv2D(2, 3, KernelInitializer = Initializer.Identity)", "SN2021 KernelInitializer = Initializer.Identity")]
    [InlineData("Input(8, 2), LSTM(0)", "SN2001 0")]
    [InlineData("Input(8, 2), LSTM(4, Activation = Activation.Softmax)", "SN2060 Activation = Activation.Softmax")]
    [InlineData("Input(8, 2), GRU(4, RecurrentActivation = Activation.Softmax)", "SN2060 RecurrentActivation = Activation.Softmax")]
    [InlineData("Input(8, 2), SimpleRNN(4, RecurrentL1 = -1)", "SN2003 RecurrentL1 = -1")]
    [InlineData("Input(8, 2), LSTM(4), Bidirectional", "SN2061 Bidirectional")]
    [InlineData("Input(8, 2), Bidirectional, Dense(4)", "SN2062 Bidirectional")]
    [InlineData("Input(8, 2), GRU(2, ReturnSequences = true, Name = \"a\"), Bidirectional, LSTM(4, From = \"a\")", "SN2063 From = \"a\"")]
    [InlineData("Input(8, 2), TimeDistributed, Dense(4, ActivityL2 = 0.1)", "SN2090 ActivityL2 = 0.1")]
    [InlineData("Input(8, 2), Dense(4, ActivityL1 = -1)", "SN2003 ActivityL1 = -1")]
    [InlineData("Input(8, 2), ActivityRegularization(L2 = -1), Dense(4)", "SN2003 L2 = -1")]
    [InlineData("Input(8, 2), TimeDistributed, ActivityRegularization(L2 = 1), Dense(4)", "SN2062 TimeDistributed")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Orthogonal = 0.1), Flatten, Dense(1)", "SN2091 Orthogonal = 0.1")]
    [InlineData("Input(8), Dense(1, Orthogonal = 0.1, OrthogonalMode = OrthogonalMode.Columns)", "SN2091 Orthogonal = 0.1")]
    [InlineData("Input(8, 2), LSTM(1, RecurrentOrthogonal = 0.1)", "SN2091 RecurrentOrthogonal = 0.1")]
    [InlineData("Input(8), Dense(2, KernelFanMode = FanMode.FanOut)", "SN2092 KernelFanMode = FanMode.FanOut")]
    [InlineData("Input(8), Dense(2, BiasDistribution = VarianceDistribution.Uniform)", "SN2092 BiasDistribution = VarianceDistribution.Uniform")]
    [InlineData(
        "Input(8), Dense(2), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, IgnoreClass = 1, Metrics = new[] { Metric.Accuracy })",
        "SN4040 Metrics = new[] { Metric.Accuracy }")]
    [InlineData(
        "Input(8), Dense(3), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Metrics = new[] { Metric.Recall }, ClassIds = new[] { 0, 3 })",
        "SN2007 ClassIds = new[] { 0, 3 }")]
    [InlineData(
        "Input(8), Dense(1), Compile(Loss.BinaryCrossentropy, Optimizer.Sgd, Metrics = new[] { Metric.Recall }, ClassIds = new[] { 0 })",
        "SN2007 ClassIds = new[] { 0 }")]
    [InlineData(
        "Input(8), Dense(3, Name = \"val\"), Dense(2), Output(\"val\", Loss.MeanSquaredError), Compile(Loss.MeanSquaredError, Optimizer.Sgd)",
        "SN2009 Name = \"val\"")]
    [InlineData(
        "Input(8), Dense(3, Name = \"kind\"), Dense(2, Name = \"val_kind\"), Output(\"kind\", Loss.MeanSquaredError), Compile(Loss.MeanSquaredError, Optimizer.Sgd)",
        "SN2009 Name = \"val_kind\"")]
    [InlineData("Input(8), Dense(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd, IgnoreClass = 1)", "SN4010 IgnoreClass = 1")]
    [InlineData("Input(8), Dense(2, Orthogonal = -1)", "SN2003 Orthogonal = -1")]
    [InlineData("Input(8), Dense(2, OrthogonalMode = (OrthogonalMode)7)", "SN2006 OrthogonalMode = (OrthogonalMode)7")]
    [InlineData("Input(8, 2), Bidirectional(MergeMode = (MergeMode)9), LSTM(4)", "SN2006 MergeMode = (MergeMode)9")]
    [InlineData("Input(8, 2), Bidirectional, LSTM(0)", "SN2001 0")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 5, Algorithm = ConvolutionAlgorithm.WinogradF4), Flatten, Dense(1)", "SN2010 Algorithm = ConvolutionAlgorithm.WinogradF4")]
    [InlineData("Input(8, 1), Conv1D(4, 0)", "SN2001 0")]
    [InlineData("Input(8, 1), Conv1D(4, 3, Strides = 2, DilationRate = 2)", "SN2005 DilationRate = 2")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Padding = Padding.Causal)", "SN2040 Padding = Padding.Causal")]
    [InlineData("Input(8, 8, 1), MaxPooling2D(2, Padding = Padding.Causal)", "SN2040 Padding = Padding.Causal")]
    [InlineData("Input(8, 1), AveragePooling1D(0)", "SN2001 0")]
    [InlineData("Input(8, 4), MultiHeadAttention(0, 4), Dense(1)", "SN2001 0")]
    [InlineData("Input(8, 4), MultiHeadAttention(2, 4, ValueDim = 0), Dense(1)", "SN2001 ValueDim = 0")]
    [InlineData("Input(8, 4), MultiHeadAttention(2, 4, Dropout = 1.5), Dense(1)", "SN2002 Dropout = 1.5")]
    [InlineData("Input(8, 4, Name = \"x\"), MultiHeadAttention(2, 4, \"x\", \"x\", \"x\", \"x\"), Dense(1)", "SN2007 \"x\", \"x\", \"x\", \"x\"")]
    [InlineData("Input(2), Embedding(16777217, 1), Flatten, Dense(1)", "SN2007 16777217")]
    [InlineData("Input(2), Embedding(0, 1), Flatten, Dense(1)", "SN2001 0")]
    [InlineData("Input(2), Embedding(5, 1, EmbeddingsL1 = -1), Flatten, Dense(1)", "SN2003 EmbeddingsL1 = -1")]
    [InlineData("Input(8, 6), LayerNormalization(Axis = 1), Dense(1)", "SN2070 Axis = 1")]
    [InlineData("Input(8, 6), RMSNormalization(Axes = new[] { 0, 1, 2 }), Dense(1)", "SN2070 Axes = new[] { 0, 1, 2 }")]
    [InlineData("Input(8, 6), UnitNormalization(Axes = new[] { -1, -1 }), Dense(1)", "SN2070 Axes = new[] { -1, -1 }")]
    [InlineData("Input(8, 6), GroupNormalization(2, Axis = 1), Dense(1)", "SN2070 Axis = 1")]
    [InlineData("Input(8, 6), LayerNormalization(Axis = -1, Axes = new[] { -1 }), Dense(1)", "SN2008 Axes = new[] { -1 }")]
    [InlineData("Input(8, 6), LayerNormalization(Epsilon = 0), Dense(1)", "SN2007 Epsilon = 0")]
    [InlineData("Input(8, 6), GroupNormalization(0), Dense(1)", "SN2007 0")]
    [InlineData("Input(8, 8, 1), ZeroPadding2D(-1), Flatten", "SN2007 -1")]
    [InlineData("Input(8, 8, 1), ZeroPadding2D(1, -1), Flatten", "SN2007 1, -1")]
    [InlineData("Input(8, 1), Cropping1D(2147483647), Flatten", "SN2007 2147483647")]
    [InlineData("Input(8, 8, 1), Cropping2D(1, CroppingPerAxis = new[] { 1, 2 }), Flatten", "SN2008 CroppingPerAxis = new[] { 1, 2 }")]
    [InlineData("Input(8, 8, 1), UpSampling2D(0), Flatten", "SN2001 0")]
    [InlineData("Input(8, 8, 1), UpSampling2D(Interpolation = (Interpolation)5), Flatten", "SN2006 Interpolation = (Interpolation)5")]
    [InlineData("Input(8, 8, 1), ZeroPadding2D(1, 2, 3), Flatten", "SN2041 1, 2, 3")]
    [InlineData("Input(8, 1), ZeroPadding1D(1, 2, 3, 4), Flatten", "SN2041 1, 2, 3, 4")]
    [InlineData("Input(8), Rescaling(double.NaN), Dense(1)", "SN2007 double.NaN")]
    [InlineData("Input(8), Rescaling(1, Offset = double.PositiveInfinity), Dense(1)", "SN2007 Offset = double.PositiveInfinity")]
    [InlineData("Input(8), RepeatVector(0), Flatten", "SN2001 0")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Dot(\"a\", AxesPerInput = new[] { 1 })", "SN2041 AxesPerInput = new[] { 1 }")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Dot(\"a\", Axes = 1, AxesPerInput = new[] { 1, 1 })", "SN2008 AxesPerInput = new[] { 1, 1 }")]
    public Task Argument(string layers, string expected) => AssertProblem($"[StaticNet, {layers}]", expected);

    [Theory]
    [InlineData("Input(3, 4), TimeDistributed, BatchNormalization, Flatten", "SN2062 TimeDistributed")]
    [InlineData("Input(3, 4), TimeDistributed, Bidirectional, LSTM(2)", "SN3001 TimeDistributed")]
    [InlineData("Input(3, 4), TimeDistributed, TimeDistributed, Dense(2)", "SN3001 TimeDistributed")]
    [InlineData("Input(64, 512, 512, 16), TimeDistributed, DepthwiseConv2D(2, DepthMultiplier = 4, Strides = 2), Flatten, Dense(1)", "SN3010 TimeDistributed")]
    [InlineData("Input(64, 512, 512, 16), TimeDistributed, SeparableConv2D(1, 3, DepthMultiplier = 64, Strides = 2), Flatten, Dense(1)", "SN3010 TimeDistributed")]
    [InlineData("Input(268435456, Name = \"a\"), Input(268435456, Name = \"b\"), Add(\"a\", \"b\"), Dense(1)", "SN3010 XorNet")]
    [InlineData("Input(4), TimeDistributed, Dense(2)", "SN3001 TimeDistributed")]
    [InlineData("Input(6, 8, Name = \"a\"), Input(9, 8, Name = \"b\"), MultiHeadAttention(2, 4, \"a\", \"b\", \"a\"), Dense(1)", "SN3052 \"a\", \"b\", \"a\"")]
    [InlineData("Input(8), Masking, Dense(1)", "SN3001 Masking")]
    [InlineData(
        "Input(6, 4), Dense(4), Masking, TimeDistributed, Dense(3), Bidirectional, LSTM(2, ReturnSequences = true), "
            + "Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.MeanAbsoluteError })",
        "SN3060 Metrics = new[] { Metric.MeanAbsoluteError }")]
    [InlineData("Input(8), MultiHeadAttention(2, 4), Dense(1)", "SN3001 MultiHeadAttention(2, 4)")]
    [InlineData("Input(8, 4), MultiHeadAttention(2, 4, \"nobody\"), Dense(1)", "SN3006 \"nobody\"")]
    [InlineData("Input(8, 4), MultiHeadAttention(65536, 65536), Dense(1)", "SN3010 MultiHeadAttention(65536, 65536)")]
    [InlineData("Input(8), Dense(4), Embedding(9, 3), Flatten, Dense(1)", "SN3051 Embedding(9, 3)")]
    [InlineData("Input(8), Activation(Activation.Relu), Reshape(2, 4), Embedding(9, 3), Flatten, Dense(1)", "SN3051 Embedding(9, 3)")]
    [InlineData("Input(8), PositionEmbedding, Dense(1)", "SN3001 PositionEmbedding")]
    [InlineData("Input(2), Embedding(16777216, 300), Flatten, Dense(1)", "SN3010 16777216")]
    [InlineData("Input(8, 12), GroupNormalization(8), Dense(1)", "SN3050 8")]
    [InlineData("Input(8, 12), GroupNormalization, Dense(1)", "SN3050 GroupNormalization")]
    [InlineData("Input(4), Conv2D(4, 3)", "SN3001 Conv2D(4, 3)")]
    [InlineData("Input(4), MaxPooling2D, Dense(1)", "SN3001 MaxPooling2D")]
    [InlineData("Input(8, 8, 1), Conv1D(4, 3)", "SN3001 Conv1D(4, 3)")]
    [InlineData("Input(8, 1), Conv1D(4, 9)", "SN3002 9")]
    [InlineData("Input(8, 8, 1), MaxPooling1D", "SN3001 MaxPooling1D")]
    [InlineData("Input(8), GlobalMaxPooling1D", "SN3001 GlobalMaxPooling1D")]
    [InlineData("Input(4, 1), AveragePooling1D(5)", "SN3002 5")]
    [InlineData("Input(8, 1), ZeroPadding2D, Flatten", "SN3001 ZeroPadding2D")]
    [InlineData("Input(4, 5, 1), Cropping2D(1, 3), Flatten", "SN3020 Cropping2D(1, 3)")]
    [InlineData("Input(2, 1), Cropping1D, Flatten", "SN3020 Cropping1D")]
    [InlineData("Input(8, 8, 1), ZeroPadding2D(268435456), Flatten", "SN3010 ZeroPadding2D(268435456)")]
    [InlineData("Input(8, 8, 1), UpSampling2D(65536), Flatten", "SN3010 65536")]
    [InlineData("Input(8, 1), RepeatVector(3), Flatten", "SN3001 RepeatVector(3)")]
    [InlineData("Input(8, 3), Permute(1, 0), Flatten", "SN3022 1, 0")]
    [InlineData("Input(8, 3), Permute(1, 1), Flatten", "SN3022 1, 1")]
    [InlineData("Input(8, 3), Permute(1, 2, 3), Flatten", "SN3022 1, 2, 3")]
    [InlineData("Input(8, 3), Permute, Flatten", "SN3022 Permute")]
    [InlineData("Input(4, 3), Dense(2, Name = \"a\"), Reshape(2, 4), Multiply(\"a\")", "SN3004 \"a\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Subtract(\"a\", \"a\", \"dense\")", "SN3021 \"a\", \"a\", \"dense\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Dot(\"a\", \"a\", \"dense\")", "SN3021 \"a\", \"a\", \"dense\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(3), Dot(\"a\")", "SN3023 Dot(\"a\")")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Dot(\"a\", Axes = 0)", "SN3023 Dot(\"a\", Axes = 0)")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Dot(\"a\", Axes = 2)", "SN3023 Dot(\"a\", Axes = 2)")]
    [InlineData("Input(8, 8), GlobalAveragePooling2D", "SN3001 GlobalAveragePooling2D")]
    [InlineData("Input(8), LSTM(4)", "SN3001 LSTM(4)")]
    [InlineData("Input(8), Bidirectional, LSTM(4)", "SN3001 Bidirectional")]
    [InlineData("Input(8, 2), Bidirectional, LSTM(4, Name = \"a\"), Dense(3, From = \"a\")", "SN3006 From = \"a\"")]
    [InlineData("Input(8, 2), GRU(4), GRU(4)", "SN3001 GRU(4)")]
    [InlineData("Input(8, 2), SimpleRNN(268435456)", "SN3010 268435456")]
    [InlineData("Input(2, 2, 1), Conv2D(4, 3)", "SN3002 3")]
    [InlineData("Input(5, 5, 1), Conv2D(4, 3, DilationRate = 3)", "SN3002 3")]
    [InlineData("Input(4), Conv2DTranspose(4, 3)", "SN3001 Conv2DTranspose(4, 3)")]
    [InlineData("Input(1000, 1000, 1), Conv2DTranspose(4, 3, Strides = 1000000)", "SN3010 Conv2DTranspose(4, 3, Strides = 1000000)")]
    [InlineData("Input(8, 8, 6), Conv2D(8, 3, Groups = 4)", "SN3050 Groups = 4")]
    [InlineData("Input(8, 8, 6), Conv2D(8, 3, Groups = 3)", "SN3030 Groups = 3")]
    [InlineData("Input(8, 6), Conv1D(8, 3, Groups = 3)", "SN3030 Groups = 3")]
    [InlineData("Input(4), SeparableConv2D(4, 3)", "SN3001 SeparableConv2D(4, 3)")]
    [InlineData("Input(2, 2, 1), DepthwiseConv2D(3)", "SN3002 3")]
    [InlineData("Input(2, 2, 1), SeparableConv2D(4, 3)", "SN3002 3")]
    [InlineData("Input(2, 2, 1), MaxPooling2D(3)", "SN3002 3")]
    [InlineData("Input(1, 1, 1), MaxPooling2D, Flatten", "SN3002 MaxPooling2D")]
    [InlineData("Input(4, 3), Reshape(5, 2), Flatten", "SN3003 5, 2")]
    [InlineData("Input(4, 3), Reshape(5, -1), Flatten", "SN3003 5, -1")]
    [InlineData("Input(4, 3), Reshape(-1, -1), Flatten", "SN3003 -1, -1")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(3), Add(\"a\")", "SN3004 \"a\"")]
    [InlineData("Input(4, 2), Dense(2, Name = \"a\"), Reshape(2, 4), Concatenate(\"a\")", "SN3005 \"a\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Concatenate(\"a\", Axis = 2)", "SN3005 Axis = 2")]
    [InlineData("Input(4), Dense(2, Name = \"a\"), Dense(2), Concatenate(\"a\", Axis = 0)", "SN3005 Axis = 0")]
    [InlineData("Input(4), Dense(2, From = \"nobody\")", "SN3006 From = \"nobody\"")]
    [InlineData("Input(4), Dense(2), Add(\"nobody\")", "SN3006 \"nobody\"")]
    [InlineData("Input(4), Dense(2, Name = \"a\", From = \"a\")", "SN3007 From = \"a\"")]
    [InlineData("Input(4), Dense(4, From = \"b\"), Dense(4, Name = \"b\")", "SN3007 From = \"b\"")]
    [InlineData("Input(4, Name = \"x\"), Dense(3), Dense(2, From = \"x\")", "SN3008 Dense(3)")]
    [InlineData("Input(4), Add", "SN3009 Add")]
    [InlineData("Input(4), Add(null)", "SN3009 null")]
    [InlineData("Input(65536, 65536, 65536), Flatten, Dense(1)", "SN3010 65536, 65536, 65536")]
    [InlineData("Input(60000), Dense(60000), Dense(1)", "SN3010 60000")]
    [InlineData("Input(4, Name = \"x\"), Input(4, Name = \"y\"), Dense(1)", "SN3011 Input(4, Name = \"x\")")]
    public Task Graph(string layers, string expected) => AssertProblem($"[StaticNet, {layers}]", expected);

    [Theory]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = -1", "SN2007 LearningRate = -1")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 2", "SN2007 Momentum = 2")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Adam, Beta1 = 1", "SN2007 Beta1 = 1")]
    [InlineData("(Loss)42, Optimizer.Adam", "SN2006 (Loss)42")]
    [InlineData("Loss.MeanSquaredError, (Optimizer)42", "SN2006 (Optimizer)42")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { (Metric)42 }", "SN2006 Metrics = new[] { (Metric)42 }")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.SparseCategoricalAccuracy }", "SN4001 Metrics = new[] { Metric.SparseCategoricalAccuracy }")]
    [InlineData("Loss.SparseCategoricalCrossentropy, Optimizer.Sgd", "SN4002 Loss.SparseCategoricalCrossentropy")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, Delta = 0.5", "SN4010 Delta = 0.5")]
    [InlineData("Loss.Huber, Optimizer.Sgd, LabelSmoothing = 0.5", "SN4010 LabelSmoothing = 0.5")]
    [InlineData("Loss.Huber, Optimizer.Sgd, Delta = 0", "SN2007 Delta = 0")]
    [InlineData("Loss.BinaryCrossentropy, Optimizer.Sgd, LabelSmoothing = 1.5", "SN2007 LabelSmoothing = 1.5")]
    [InlineData("Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = -1", "SN2007 Gamma = -1")]
    [InlineData("Loss.CategoricalFocalCrossentropy, Optimizer.Sgd, Alpha = double.NaN", "SN2007 Alpha = double.NaN")]
    [InlineData("Loss.CategoricalFocalCrossentropy, Optimizer.Sgd, ApplyClassBalancing = true", "SN4010 ApplyClassBalancing = true")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Sgd, Beta1 = 0.5", "SN4003 Beta1 = 0.5")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Adam, Momentum = 0.5", "SN4003 Momentum = 0.5")]
    [InlineData("Loss.MeanSquaredError, Optimizer.AdamW, Nesterov = true", "SN4003 Nesterov = true")]
    [InlineData("Loss.MeanSquaredError, Optimizer.Ftrl, ProximalL1 = true", "SN4020 ProximalL1 = true")]
    public Task Training(string arguments, string expected) => AssertProblem($"[StaticNet, Input(4), Dense(1), Compile({arguments})]", expected);

    [Theory]
    [InlineData("Output(\"nobody\", Loss.MeanSquaredError)", "SN3070 \"nobody\"")]
    [InlineData("Output(\"input_layer\", Loss.MeanSquaredError)", "SN3070 \"input_layer\"")]
    [InlineData("Output(\"dense_1\", Loss.MeanSquaredError)", "SN3070 \"dense_1\"")]
    [InlineData("Output(\"dense\", Loss.MeanSquaredError), Output(\"dense\", Loss.MeanSquaredError)", "SN3070 \"dense\"")]
    [InlineData("Output(\"dense\", Weight = 0)", "SN4031 Weight = 0")]
    [InlineData("Output(\"dense\", Metrics = new[] { Metric.Accuracy })", "SN4031 Metrics = new[] { Metric.Accuracy }")]
    [InlineData("Output(\"dense\", LabelSmoothing = 0.1)", "SN4031 LabelSmoothing = 0.1")]
    [InlineData("Output(\"dense\", Loss.MeanSquaredError, Weight = -1)", "SN2007 Weight = -1")]
    [InlineData("Output(\"dense\", Loss.SparseCategoricalCrossentropy)", "SN4002 Loss.SparseCategoricalCrossentropy")]
    [InlineData("Output(\"dense\", (Loss)42)", "SN2006 (Loss)42")]
    public Task Outputs(string output, string expected) =>
        AssertProblem($"[StaticNet, Input(4), Dense(1), Dense(2), {output}, Compile(Loss.MeanSquaredError, Optimizer.Sgd)]", expected);

    [Theory]
    [InlineData("Output(\"dense\", Loss.MeanSquaredError), Compile(Optimizer.Sgd)", "SN4050 Loss.MeanSquaredError")]
    [InlineData("Output(\"dense\", Weight = 2), Compile(Optimizer.Sgd)", "SN4050 Weight = 2")]
    [InlineData("Compile(Optimizer.Sgd, Metrics = new[] { Metric.Accuracy })", "SN4050 Metrics = new[] { Metric.Accuracy }")]
    [InlineData("Compile(Optimizer.Sgd, Delta = 0.5)", "SN4050 Delta = 0.5")]
    [InlineData("Compile(Optimizer.Sgd, Beta1 = 0.5)", "SN4003 Beta1 = 0.5")]
    [InlineData("Compile((Optimizer)42)", "SN2006 (Optimizer)42")]
    public Task Without_a_loss(string attributes, string expected)
    {
        string output = attributes.StartsWith("Output", System.StringComparison.Ordinal) ? "" : "Output(\"dense\"), ";
        return AssertProblem($"[StaticNet, Input(4), Dense(1), Dense(2), {output}{attributes}]", expected);
    }

    [Fact]
    public Task Untrained_output() => AssertProblem(
        "[StaticNet, Input(4), Dense(3), BatchNormalization(Scale = false, Center = false, Name = \"head\"), Dense(2, From = \"dense\"), Output(\"head\"), "
            + "Compile(Loss.MeanSquaredError, Optimizer.Sgd)]",
        "SN4030 Output(\"head\")");

    [Theory]
    [InlineData("KernelConstraint = Constraint.MaxNorm, MaxNorm = -1", "SN2007 MaxNorm = -1")]
    [InlineData("KernelConstraint = Constraint.MinMaxNorm, MinNorm = 2", "SN2007 MinNorm = 2")]
    [InlineData("KernelConstraint = Constraint.MinMaxNorm, NormRate = 1.5", "SN2007 NormRate = 1.5")]
    [InlineData("KernelConstraint = (Constraint)42", "SN2006 KernelConstraint = (Constraint)42")]
    [InlineData("MaxNorm = 1", "SN2030 MaxNorm = 1")]
    [InlineData("KernelConstraint = Constraint.UnitNorm, MaxNorm = 1", "SN2030 MaxNorm = 1")]
    [InlineData("KernelConstraint = Constraint.MaxNorm, MinNorm = 1", "SN2030 MinNorm = 1")]
    [InlineData("KernelConstraint = Constraint.MaxNorm, BiasMaxNorm = 1", "SN2030 BiasMaxNorm = 1")]
    public Task Constraints(string arguments, string expected) => AssertProblem($"[StaticNet, Input(4), Dense(1, {arguments})]", expected);

    [Fact]
    public async Task The_message_names_layer_window_and_the_way_out()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(6, 6, 1), Conv2D(8, 3), MaxPooling2D(2), Activation(Activation.Relu), MaxPooling2D(1), Conv2D(64, 3)] partial class XorNet;");

        Assert.Equal("Layer 5 Conv2D(64, 3) needs a 3x3 window but MaxPooling2D left 2x2; use Padding.Same or remove a pooling layer", Assert.Single(run.Reported).GetMessage());
    }

    [Theory]
    [InlineData("Flatten")]
    [InlineData("Dropout(0.5)")]
    [InlineData("Activation(Activation.Softmax)")]
    public Task Nothing_to_train(string layer) =>
        AssertProblem($"[StaticNet, Input(4), {layer}, Compile(Loss.MeanSquaredError, Optimizer.Sgd)]", "SN4004 Compile(Loss.MeanSquaredError, Optimizer.Sgd)");

    [Fact]
    public Task Nothing_to_train_without_a_loss() => AssertProblem("[StaticNet, Input(4), Flatten, Compile(Optimizer.Sgd)]", "SN4004 Compile(Optimizer.Sgd)");

    [Fact]
    public async Task Nothing_to_train_but_gradients_of_the_inputs()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(4), Dense(2, Frozen = true), Compile(Optimizer.Sgd, InputGradients = true)] partial class XorNet;");

        run.AssertReported();
        run.AssertAddsNoErrors();
    }

    [Theory]
    [InlineData("_1")]
    [InlineData("#1")]
    [InlineData("derived")]
    [InlineData("per_sample")]
    [InlineData("buffers")]
    [InlineData("weights")]
    [InlineData("class")]
    [InlineData("w")]
    [InlineData("memory")]
    [InlineData("d_dense")]
    [InlineData("dense_gradient")]
    [InlineData("dense_kernel")]
    [InlineData("größe")]
    [InlineData("a b")]
    public async Task A_layer_may_be_called_anything(string name)
    {
        GeneratorRun run = await GeneratorRun.Of(
            $"using StaticNets; [StaticNet, Input(4), Dense(3, Activation = Activation.Relu, Name = \"{name}\"), Dense(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] partial class XorNet;");

        run.AssertReported();
        run.AssertAddsNoErrors();
    }

    private static async Task AssertProblem(string attributes, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; {attributes} partial class XorNet;");

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }
}
