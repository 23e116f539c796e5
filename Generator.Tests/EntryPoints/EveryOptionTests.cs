using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>
/// Every layer with every option in one compilation: warnings as errors, overflow checks on, no unsafe code, under a culture with another minus sign and
/// decimal comma.
/// </summary>
public sealed class EveryOptionTests
{
    private static readonly string[] s_activations =
    [
        "Linear", "Relu", "LeakyRelu", "Elu", "Sigmoid", "Tanh", "Gelu", "Silu", "Softmax", "Relu6", "Selu", "Celu", "Mish", "Softplus", "Softsign", "HardSigmoid", "HardSilu",
        "Exponential", "LogSoftmax", "GeluTanh", "LogSigmoid", "HardTanh", "TanhShrink", "SoftShrink", "HardShrink", "SquarePlus", "SparsePlus", "SparseSigmoid", "Sparsemax",
    ];

    private static readonly string[] s_initializers =
    [
        "GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal", "LecunUniform", "LecunNormal", "RandomNormal", "TruncatedNormal", "RandomUniform", "Orthogonal", "Identity",
    ];

    private static readonly string[] s_fixed = ["Zeros", "Ones", "Constant"];

    private static readonly string[] s_losses =
    [
        "CategoricalCrossentropy", "SparseCategoricalCrossentropy", "BinaryCrossentropy", "MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError",
        "MeanSquaredLogarithmicError", "Huber", "LogCosh", "BinaryFocalCrossentropy", "CategoricalFocalCrossentropy", "Hinge", "SquaredHinge", "CategoricalHinge",
        "KlDivergence", "Poisson", "CosineSimilarity",
    ];

    private static readonly string[] s_lossSettings =
    [
        "Loss.CategoricalCrossentropy, Optimizer.Sgd, LabelSmoothing = 0.1",
        "Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, IgnoreClass = -1",
        "Loss.BinaryCrossentropy, Optimizer.Sgd, LabelSmoothing = 0.1",
        "Loss.Huber, Optimizer.Sgd, Delta = 0.5",
        "Loss.BinaryFocalCrossentropy, Optimizer.Sgd, Gamma = 0.5, Alpha = 0.75, ApplyClassBalancing = true, LabelSmoothing = 0.1",
        "Loss.CategoricalFocalCrossentropy, Optimizer.Sgd, Gamma = 0.5, Alpha = 0.75, LabelSmoothing = 0.1",
    ];

    private static readonly string[] s_optimizers =
    [
        "Optimizer.Sgd, Momentum = 0.9, Nesterov = true, WeightDecay = 0.1",
        "Optimizer.RmsProp, Rho = 0.8, Momentum = 0.5, Epsilon = 1e-5, Centered = true",
        "Optimizer.Adam, Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, LearningRate = 0.5",
        "Optimizer.AdamW, WeightDecay = 0.01, AmsGrad = true",
        "Optimizer.Adamax, Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.01",
        "Optimizer.Lamb, Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.01",
        "Optimizer.Nadam, Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.01",
        "Optimizer.Adagrad, InitialAccumulatorValue = 0.5, Epsilon = 1e-6, WeightDecay = 0.01",
        "Optimizer.Adadelta, Rho = 0.5, Epsilon = 1e-6, WeightDecay = 0.01",
        "Optimizer.Lion, Beta1 = 0.8, Beta2 = 0.9, WeightDecay = 0.01",
        "Optimizer.Ftrl, InitialAccumulatorValue = 0.5, L1RegularizationStrength = 0.1, L2RegularizationStrength = 0.1, L2ShrinkageRegularizationStrength = 0.1, Beta = 1, WeightDecay = 0.01",
    ];

    private const string Functions = """
        using System;
        static class Functions
        {
            public static float Curve(float x) => x < -1.5f ? -2.5f * MathF.Exp(x) : MathF.FusedMultiplyAdd(x, 1e-7f, MathF.Sin(x) - MathF.Sign(-x) * 0.25f);
            public static float Distance(float t, float y) => MathF.Pow(Math.Clamp(t - y, -1.5f, 1e6f), -3) + MathF.Max(t, y) * MathF.Tanh(y);
        }
        """;

    [Fact]
    public async Task Compiles_anywhere_and_is_the_same_everywhere()
    {
        string[] nets = [.. Nets().Select((layers, i) => $"using StaticNets; [StaticNet, {layers}] public sealed partial class Net{i.ToString(CultureInfo.InvariantCulture)};"), Functions];
        GeneratorRun here = await GeneratorRun.Of(nets);
        GeneratorRun there = await Task.Run(async () =>
        {
            CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = culture;
            return await GeneratorRun.Of(nets);
        });

        there.AssertReported();
        there.AssertAddsNoErrors();
        Assert.Equal(here.Sources, there.Sources);
        Assert.All(there.Sources.Values, source => Assert.DoesNotContain("unsafe", source.Replace("Unsafe", "").Replace("unsafe code", "")));
    }

    private static IEnumerable<string> Nets()
    {
        foreach (string activation in s_activations)
        {
            yield return $"Input(5, 5, 2), Conv2D(3, 2, Activation = Activation.{activation}), MaxPooling2D, Activation(Activation.{activation}), Flatten, "
                + $"Dense(3, Activation = Activation.{activation}), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        }

        foreach (string initializer in s_initializers)
        {
            yield return $"Input(3), Dense(2, KernelInitializer = Initializer.{initializer}), Dense(2, KernelInitializer = Initializer.{initializer}, KernelScale = 0.25)";
        }

        foreach (string mode in new[] { "FanIn", "FanOut", "FanAverage" })
        {
            foreach (string distribution in new[] { "TruncatedNormal", "UntruncatedNormal", "Uniform" })
            {
                yield return $"Input(3), Dense(2, KernelInitializer = Initializer.VarianceScaling, KernelFanMode = FanMode.{mode}, "
                    + $"KernelDistribution = VarianceDistribution.{distribution}, KernelScale = 0.5, BiasInitializer = Initializer.VarianceScaling), BatchNormalization("
                    + $"GammaInitializer = Initializer.VarianceScaling, GammaFanMode = FanMode.{mode}, BetaInitializer = Initializer.RandomNormal, BetaScale = 0.1)";
            }
        }

        foreach (string initializer in s_fixed)
        {
            yield return $"Input(3), Dense(2, KernelInitializer = Initializer.{initializer}, BiasInitializer = Initializer.{initializer}, KernelConstant = -0.25, BiasConstant = 1.5)";
        }

        foreach (string loss in s_losses)
        {
            yield return $"Input(3), Dense(2), Compile(Loss.{loss}, Optimizer.Sgd)";
            yield return $"Input(3), Dense(2, Activation = Activation.Softmax), Compile(Loss.{loss}, Optimizer.Sgd, Metrics = new[] {{ Metric.Accuracy }})";
            yield return $"Input(3), Dense(2, Activation = Activation.Sigmoid), Compile(Loss.{loss}, Optimizer.Sgd)";
        }

        foreach (string loss in s_lossSettings)
        {
            yield return $"Input(3), Dense(2, Activation = Activation.Sigmoid), Compile({loss})";
        }

        foreach (string optimizer in s_optimizers)
        {
            yield return $"Input(3), Dense(2), Compile(Loss.MeanSquaredError, {optimizer})";
        }

        yield return "Input(3), Dense(2, Name = \"a\"), Dense(2, Activation = Activation.Softmax), Output(\"a\"), Compile(Optimizer.Sgd, InputGradients = true, Momentum = 0.5)";
        yield return "Input(3), Dense(2, Activation = Activation.Sigmoid), Compile(Loss.BinaryCrossentropy, Optimizer.Sgd, InputGradients = true)";
        yield return "Input(6, 5, 4), Rescaling(-1.0 / 255, Offset = -0.5), Permute(2, 1, 3), Permute(3, 1, 2), Permute(3, 2, 1), Identity, GlobalAveragePooling2D, "
            + "RepeatVector(3), Permute(2, 1), Rescaling(1e-30), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(4, 3), Dense(5, Name = \"a\"), GlobalAveragePooling1D(KeepDims = true), Dense(5, Name = \"b\"), Add(\"a\", \"b\"), Subtract(\"a\"), Multiply(\"b\"), "
            + "Average(\"a\", \"b\"), Maximum(\"multiply\"), Minimum(\"subtract\"), Dot(\"a\", Axes = 1, Normalize = true), Dot(\"b\", AxesPerInput = new[] { 1, -1 }), "
            + "Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        foreach (string interpolation in new[] { "Nearest", "Bilinear" })
        {
            yield return $"Input(5, 4, 3), ZeroPadding2D(1, 2), Cropping2D(0, 1, 2, 1), ZeroPadding2D, UpSampling2D(new[] {{ 2, 3 }}, Interpolation = Interpolation.{interpolation}), "
                + "Conv2D(2, 3), Cropping2D, Reshape(-1, 2), ZeroPadding1D(PaddingPerAxis = new[] { 2, 0 }), Cropping1D(1), UpSampling1D, Flatten, Dense(1), "
                + "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        }

        foreach (string padding in new[] { "Valid", "Same", "Causal" })
        {
            yield return $"Input(19, 2), Conv1D(3, 2, Strides = 2, Padding = Padding.{padding}, UseBias = false, L1 = 0.1, L2 = 0.2), "
                + $"Conv1D(4, 2, DilationRate = 3, Padding = Padding.{padding}, Activation = Activation.Relu, BiasL1 = 0.1), MaxPooling1D, GlobalMaxPooling1D(KeepDims = true), "
                + "GlobalAveragePooling1D, Dense(1), "
                + "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        }

        foreach (string padding in new[] { "Valid", "Same" })
        {
            yield return $"Input(9, 8, 2), Conv2D(3, new[] {{ 2, 3 }}, StridesPerAxis = new[] {{ 2, 1 }}, Padding = Padding.{padding}, UseBias = false, L1 = 0.1, L2 = 0.2), "
                + $"Conv2D(2, 2, DilationRate = 2, Padding = Padding.{padding}, BiasL1 = 0.1, BiasL2 = 0.01), "
                + $"MaxPooling2D(2, Strides = 1, Padding = Padding.{padding}), AveragePooling2D(new[] {{ 1, 2 }}, Padding = Padding.{padding}), "
                + "GlobalMaxPooling2D(KeepDims = true), GlobalAveragePooling2D(KeepDims = true), Reshape(-1), Dense(1), Compile(Loss.MeanAbsoluteError, Optimizer.Adam)";
            yield return $"Input(9, 8, 6), Conv2D(4, new[] {{ 2, 3 }}, Groups = 2, Strides = 2, Padding = Padding.{padding}, L1 = 0.1), Conv2D(36, 2, Groups = 2, Padding = Padding.{padding}), "
                + "Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
            yield return $"Input(3, 4, 2), Conv2DTranspose(3, new[] {{ 2, 3 }}, StridesPerAxis = new[] {{ 2, 1 }}, Padding = Padding.{padding}, UseBias = false, L1 = 0.1, L2 = 0.2), "
                + $"Conv2DTranspose(17, 2, DilationRate = 2, Padding = Padding.{padding}, BiasL1 = 0.1), Conv2DTranspose(1, new[] {{ 1, 20 }}, Strides = 3, OutputPadding = 2, "
                + $"Padding = Padding.{padding}, Activation = Activation.Sigmoid), Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
            yield return $"Input(19, 22, 2), DepthwiseConv2D(3, StridesPerAxis = new[] {{ 2, 1 }}, Padding = Padding.{padding}, UseBias = false, DepthwiseL1 = 0.1, DepthwiseL2 = 0.2, "
                + $"DepthMultiplier = 3), DepthwiseConv2D(new[] {{ 1, 14 }}, Padding = Padding.{padding}, DepthwiseL1 = 0.1), SeparableConv2D(5, 3, DilationRate = 2, Padding = Padding.{padding}, "
                + "BiasL1 = 0.1, PointwiseL1 = 0.1, PointwiseL2 = 0.1, DepthwiseInitializer = Initializer.Constant, DepthwiseConstant = 0.5, "
                + "PointwiseInitializer = Initializer.RandomNormal, PointwiseScale = 0.1), "
                + "Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
        }

        foreach (string layer in new[] { "SimpleRNN(3", "LSTM(3, RecurrentActivation = Activation.Elu, UnitForgetBias = false", "GRU(3, ResetAfter = true", "GRU(3, ResetAfter = false" })
        {
            yield return $"Input(4, 2), {layer}, ReturnSequences = true, GoBackwards = true, RecurrentL1 = 0.1, RecurrentL2 = 0.2, L1 = 0.1, BiasL2 = 0.3, "
                + $"Dropout = 0.25, RecurrentDropout = 0.5, Activation = Activation.Gelu, RecurrentInitializer = Initializer.Constant, RecurrentConstant = -0.5), {layer}, UseBias = false, "
                + "RecurrentScale = 0.5), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
            yield return $"Input(4, 2), Bidirectional(MergeMode = MergeMode.Ave), {layer}, ReturnSequences = true), Bidirectional(MergeMode = MergeMode.Mul, Name = \"b\"), "
                + $"{layer}, ReturnSequences = true), Bidirectional(MergeMode = MergeMode.Sum), {layer}), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
        }

        yield return "Input(4, Name = \"a\"), Input(2, Name = \"b\"), Dense(4, From = \"a\", Name = \"c\"), Dense(4, From = \"b\"), Add(\"c\"), Concatenate(\"a\", Axis = 1), "
            + "Dropout(0), Dropout(0.5), Dropout(1), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(4, 5, 6), Conv2D(17, 1, Name = \"a\"), SpatialDropout2D(0), SpatialDropout2D(0.5, Name = \"b\"), Add(\"a\"), SpatialDropout2D(1), Reshape(20, 17), "
            + "SpatialDropout1D(0.25), GaussianNoise(0), GaussianNoise(0.5), GaussianDropout(0), GaussianDropout(0.5, Name = \"c\"), AlphaDropout(0), "
            + "AlphaDropout(0.5), Add(\"c\"), Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(5, 6), LayerNormalization(Axes = new[] { -2, -1 }, Epsilon = 1e-5, GammaL1 = 0.1, BetaL2 = 0.1, GammaInitializer = Initializer.Constant, GammaConstant = 2), "
            + "LayerNormalization(Center = false, Scale = false), RMSNormalization(Epsilon = 1e-5), UnitNormalization, GroupNormalization(-1), "
            + "GroupNormalization(3, BetaInitializer = Initializer.HeNormal, GammaL2 = 0.1, BetaL1 = 0.1), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(5), Embedding(7, 3, EmbeddingsL1 = 0.1, EmbeddingsL2 = 0.1, EmbeddingsInitializer = Initializer.Orthogonal, EmbeddingsScale = 2), "
            + "PositionEmbedding(EmbeddingsL1 = 0.1, EmbeddingsInitializer = Initializer.Constant, EmbeddingsConstant = 0.5), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(5, 6, Name = \"x\"), MultiHeadAttention(2, 3, ValueDim = 4, Dropout = 0.2, OutputShape = 7, UseCausalMask = true, KernelInitializer = Initializer.Orthogonal, "
            + "KernelScale = 2, BiasInitializer = Initializer.Constant, BiasConstant = 0.5, L1 = 0.1, L2 = 0.1, BiasL1 = 0.1, BiasL2 = 0.1), "
            + "MultiHeadAttention(1, 2, \"x\", UseBias = false, Dropout = 1), Dense(6), Attention(\"x\", Dropout = 0.2, UseCausalMask = true), "
            + "AdditiveAttention(\"x\", Dropout = 0.25), GLU(Activation = Activation.Gelu), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(4, 6, 3), Conv2D(2, 1), ReLU(MaxValue = 6, NegativeSlope = 0.1, Threshold = 0.5), Conv2D(2, 1), LeakyReLU(NegativeSlope = 0.1), ELU(Alpha = 0.5), "
            + "PReLU(SharedAxes = new[] { 1, 2 }, AlphaInitializer = Initializer.Constant, AlphaConstant = 0.25, AlphaL1 = 0.1, AlphaL2 = 0.01), PReLU, Softmax(Axis = 3), "
            + "Flatten, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(6, 6, 3), Conv2D(3, 2, KernelConstraint = Constraint.MaxNorm, MaxNorm = 1.5, BiasConstraint = Constraint.NonNeg), "
            + "DepthwiseConv2D(2, DepthwiseConstraint = Constraint.UnitNorm), SeparableConv2D(2, 2, DepthwiseConstraint = Constraint.MaxNorm, DepthwiseMaxNorm = 3, "
            + "PointwiseConstraint = Constraint.NonNeg), LayerNormalization(GammaConstraint = Constraint.NonNeg, BetaConstraint = Constraint.MaxNorm, BetaMaxNorm = 4), Flatten, "
            + "Dense(1, KernelConstraint = Constraint.MinMaxNorm, MinNorm = 0.25, MaxNorm = 0.5, NormRate = 0.75), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(5), Embedding(7, 3, MaskZero = true), Masking(-0.5), MultiHeadAttention(2, 3, Dropout = 0.5), "
            + "GlobalAveragePooling1D, Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        yield return "Input(5, 4, 3), ActivityRegularization(L1 = 0.1), Conv2D(4, 2, ActivityL1 = 0.1, ActivityL2 = 1e-9), MaxPooling2D(ActivityL2 = 3), Flatten, "
            + "Dense(2, Activation = Activation.Softmax, ActivityL1 = 0.1), Compile(Loss.CategoricalCrossentropy, Optimizer.Adam)";
        yield return "Input(4), Embedding(5, 3, EmbeddingsOrthogonal = 0.1), GRU(3, Orthogonal = 0.1, RecurrentOrthogonal = 1e-9, RecurrentOrthogonalMode = OrthogonalMode.Columns), "
            + "Dense(2, Orthogonal = 0.1, OrthogonalMode = OrthogonalMode.Columns, Frozen = true), Compile(Loss.MeanSquaredError, Optimizer.Adam)";
        yield return "Input(5, 6), LSTM(4, ActivationMethod = nameof(Functions.Curve), RecurrentActivationMethod = nameof(Functions.Curve), ReturnSequences = true), "
            + "Activation(nameof(Functions.Curve)), GRU(3, RecurrentActivationMethod = nameof(Functions.Curve)), Dense(3, ActivationMethod = nameof(Functions.Curve), Name = \"a\"), "
            + "Dense(2), Output(\"a\", nameof(Functions.Distance), Weight = 0.5), Compile(nameof(Functions.Distance), Optimizer.Sgd)";
        yield return "Input(268000000), Dense(1)";
        yield return "Input(40), Dense(30), Dense(20, L1 = 1e-30), Dense(10)";
    }
}
