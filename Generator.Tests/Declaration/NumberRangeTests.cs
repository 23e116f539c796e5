using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>
/// Numbers are checked as the code uses them: as floats, or as 32-bit sizes. What is 0 or infinite there, or another size, is refused where
/// it is written.
/// </summary>
public sealed class NumberRangeTests
{
    private const string Quadruple =
        "[Conv2D(4 * Block.Filters, 1)] public sealed class QuadrupleAttribute(int filters) : BlockAttribute(filters); "
        + "[Dense(8, L1 = 0.5), Reshape(4 * Block.Filters, 1), Flatten] public sealed class ReshapedAttribute(int filters) : BlockAttribute(filters); "
        + "[Dense(4), Concatenate(Block.Input, Axis = 4 * Block.Filters)] public sealed class JoinedAttribute(int filters) : BlockAttribute(filters); "
        + "public sealed class CubeAttribute(int filters) : BlockAttribute(filters * filters * filters); ";

    [Theory]
    [InlineData("Input(4, 4, 1), Quadruple(1073741825), Flatten, Dense(1)", "SN2007 1073741825")]
    [InlineData("Input(4), Reshaped(1073741825), Dense(1)", "SN2007 Reshaped(1073741825)")]
    [InlineData("Input(4), Joined(1073741825), Dense(1)", "SN2007 Joined(1073741825)")]
    [InlineData("Input(4), Dense(1, L1 = 1e300)", "SN2003 L1 = 1e300")]
    [InlineData("Input(4), Dense(1, L1 = 1e-60)", "SN2003 L1 = 1e-60")]
    [InlineData("Input(4), Dense(1, L2 = 3e38)", "SN2003 L2 = 3e38")]
    [InlineData("Input(4), Dense(1, ActivityL2 = 1e39)", "SN2003 ActivityL2 = 1e39")]
    [InlineData("Input(4), Dense(2, Orthogonal = 1e300)", "SN2003 Orthogonal = 1e300")]
    [InlineData("Input(4), Dropout(1e-60), Dense(1)", "SN2002 1e-60")]
    [InlineData("Input(4), AlphaDropout(1e-60), Dense(1)", "SN2007 1e-60")]
    [InlineData("Input(4), GaussianNoise(1e-60), Dense(1)", "SN2007 1e-60")]
    [InlineData("Input(4), Dense(2), ELU(Alpha = 1e-60)", "SN2007 Alpha = 1e-60")]
    [InlineData("Input(4), Dense(2), ReLU(MaxValue = 1e-60)", "SN2007 MaxValue = 1e-60")]
    [InlineData("Input(4), Dense(2), LeakyReLU(NegativeSlope = 1e39)", "SN2007 NegativeSlope = 1e39")]
    [InlineData("Input(4), Rescaling(1e-60), Dense(1)", "SN2007 1e-60")]
    [InlineData("Input(4, 2), Masking(1e39), LSTM(1)", "SN2007 1e39")]
    [InlineData("Input(4, 2), Masking(double.NaN), LSTM(1)", "SN2007 double.NaN")]
    [InlineData("Input(4), LayerNormalization(Epsilon = 1e-60), Dense(1)", "SN2007 Epsilon = 1e-60")]
    [InlineData("Input(4), BatchNormalization(Epsilon = 1e-60), Dense(1)", "SN2007 Epsilon = 1e-60")]
    [InlineData("Input(4), BatchNormalization(Momentum = 1e-60), Dense(1)", "SN2007 Momentum = 1e-60")]
    [InlineData("Input(4), Dense(1, KernelInitializer = Initializer.Constant, KernelConstant = 1e39)", "SN2007 KernelConstant = 1e39")]
    [InlineData("Input(4), Dense(1, KernelInitializer = Initializer.Constant, KernelConstant = double.NaN)", "SN2007 KernelConstant = double.NaN")]
    [InlineData("Input(4), Dense(1, KernelScale = 1e39)", "SN2007 KernelScale = 1e39")]
    [InlineData("Input(4), Dense(1, KernelScale = 1e-60)", "SN2007 KernelScale = 1e-60")]
    [InlineData("Input(4), Dense(1, KernelConstraint = Constraint.MaxNorm, MaxNorm = 1e-60)", "SN2007 MaxNorm = 1e-60")]
    [InlineData("Input(4), Dense(1, KernelConstraint = Constraint.MinMaxNorm, NormRate = 1e-60)", "SN2007 NormRate = 1e-60")]
    public Task In_layers(string layers, string expected) => AssertProblem(layers, expected);

    [Theory]
    [InlineData("Optimizer.Sgd, LearningRate = 1e-60", "SN2007 LearningRate = 1e-60")]
    [InlineData("Optimizer.Sgd, LearningRate = 1e39", "SN2007 LearningRate = 1e39")]
    [InlineData("Optimizer.Sgd, LearningRate = double.NaN", "SN2007 LearningRate = double.NaN")]
    [InlineData("Optimizer.Sgd, Momentum = 1, ProximalL1 = true", "SN2007 Momentum = 1")]
    [InlineData("Optimizer.RmsProp, Momentum = 0.99999999, ProximalL1 = true", "SN2007 Momentum = 0.99999999")]
    [InlineData("Optimizer.Sgd, Momentum = 1e-60", "SN2007 Momentum = 1e-60")]
    [InlineData("Optimizer.Adam, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.AdamW, Epsilon = 1e-60", "SN2007 Epsilon = 1e-60")]
    [InlineData("Optimizer.Adamax, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.Nadam, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.Lamb, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.RmsProp, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.Adagrad, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.Adadelta, Epsilon = 0", "SN2007 Epsilon = 0")]
    [InlineData("Optimizer.AdamW, WeightDecay = 1e-60", "SN2007 WeightDecay = 1e-60")]
    [InlineData("Optimizer.Adagrad, InitialAccumulatorValue = 1e39", "SN2007 InitialAccumulatorValue = 1e39")]
    [InlineData("Optimizer.Ftrl, InitialAccumulatorValue = 0", "SN2007 InitialAccumulatorValue = 0")]
    [InlineData("Optimizer.Ftrl, L2RegularizationStrength = 3e38", "SN2007 L2RegularizationStrength = 3e38")]
    public Task In_optimizers(string arguments, string expected) =>
        AssertProblem($"Input(4), Dense(1), Compile(Loss.MeanSquaredError, {arguments})", expected);

    [Theory]
    [InlineData("Loss.Huber", "Delta = 1e-60", "SN2007 Delta = 1e-60")]
    [InlineData("Loss.BinaryCrossentropy", "LabelSmoothing = 1e-60", "SN2007 LabelSmoothing = 1e-60")]
    [InlineData("Loss.BinaryFocalCrossentropy", "Gamma = 1e39", "SN2007 Gamma = 1e39")]
    public Task In_losses(string loss, string argument, string expected) =>
        AssertProblem($"Input(4), Dense(1), Compile({loss}, Optimizer.Sgd, {argument})", expected);

    [Theory]
    [InlineData("Weight = 1e-60", "SN2007 Weight = 1e-60")]
    [InlineData("Weight = 1e39", "SN2007 Weight = 1e39")]
    public Task In_outputs(string argument, string expected) => AssertProblem(
        $"Input(4), Dense(2, Name = \"a\"), Dense(1), Output(\"a\", Loss.MeanSquaredError, {argument}), Compile(Loss.MeanSquaredError, Optimizer.Sgd)",
        expected);

    [Theory]
    [InlineData("UnrollBudget = -1")]
    [InlineData("UnrollBudget = 1000000")]
    public Task In_options(string argument, string layers = "Input(4), Dense(1)") =>
        AssertProblem(layers, "SN2007 " + argument, $"StaticNet({argument})");

    /// <summary>A constructor's product that even 64 bits don't hold.</summary>
    [Fact]
    public async Task A_product_of_a_blocks_constructor_does_not_wrap_round()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [Dense(Block.Filters)] public sealed class CubeAttribute(int filters) : BlockAttribute(filters * filters * filters * filters); "
            + "[StaticNet, Input(4), Cube(65536), Dense(1)] partial class XorNet;");

        run.AssertReported("SN2007 Cube(65536)");
    }

    [Theory]
    [InlineData("Input(4), Dense(1, L1 = 1e-30), Dropout(0), Dense(2, KernelInitializer = Initializer.Constant, KernelConstant = 0)")]
    [InlineData("Input(4), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = 0, Momentum = 1)")]
    [InlineData("Input(4), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Adam, Epsilon = 1e-30, WeightDecay = 0, Beta1 = 0.99999999)")]
    [InlineData("Input(4), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Ftrl, InitialAccumulatorValue = 0, Beta = 1)")]
    public async Task What_floats_hold_is_fine(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] partial class XorNet;");

        run.AssertReported();
    }

    private static async Task AssertProblem(string attributes, string expected, string net = "StaticNet")
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; {Quadruple}[{net}, {attributes}] partial class XorNet;");

        run.AssertReported(expected);
        run.AssertAddsNoErrors();
    }
}
