using System;

namespace StaticNets.Tests.Nets;

// The user's own functions behind dense layers of broken vectors: of the net's own class and of another one, and as a layer.
[StaticNet]
[Input(6)]
[Dense(17, ActivationMethod = nameof(Squash))]
[Dense(9, ActivationMethod = nameof(Curves.Swish))]
[Dense(33, ActivationMethod = nameof(Curves.Bump))]
[Activation(nameof(Curves.Basin))]
[Dense(5, ActivationMethod = "Squash")]
[Dense(9, ActivationMethod = nameof(Curves.Wave))]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class CustomDense
{
    private static float Squash(float x) => x / (1 + MathF.Abs(x));
}

// Behind convolutions of all kinds, before a pooling and a normalization.
[StaticNet]
[Input(9, 8, 3)]
[Conv2D(9, 3, ActivationMethod = nameof(Curves.Swish))]
[MaxPooling2D(2)]
[SeparableConv2D(5, 2, ActivationMethod = nameof(Curves.SoftLine))]
[BatchNormalization]
[Activation(nameof(Curves.Basin))]
[DepthwiseConv2D(2, Padding = Padding.Same, ActivationMethod = nameof(Curves.Powers))]
[Conv2DTranspose(3, 2, ActivationMethod = nameof(Curves.Logistic))]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "/bias")]
public sealed partial class CustomConvolutions;

// Few instructions, so that a net that predicts applies them in registers: after each kind of tile, and before a pooling that must wait.
[StaticNet]
[Input(9, 8, 4)]
[Conv2D(17, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF2, ActivationMethod = nameof(Curves.Squash))]
[MaxPooling2D(2)]
[DepthwiseConv2D(2, ActivationMethod = nameof(Curves.Valley))]
[Conv2D(5, 2, UseBias = false, ActivationMethod = nameof(Curves.Valley))]
[MaxPooling2D(2)]
[BatchNormalization]
[Activation(nameof(Curves.Squash))]
[Flatten]
[Dense(3, ActivationMethod = nameof(Curves.Valley))]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class CustomCheap;

// Inside recurrent cells, for gates too, and for each step of a sequence.
[StaticNet]
[Input(4, 3)]
[Conv1D(9, 2, ActivationMethod = nameof(Curves.Squash))]
[TimeDistributed, Dense(5, ActivationMethod = nameof(Curves.Bump))]
[LSTM(3, ActivationMethod = nameof(Curves.Squash), RecurrentActivationMethod = nameof(Curves.Logistic), ReturnSequences = true)]
[GRU(5, ActivationMethod = nameof(Curves.Swish), RecurrentActivationMethod = nameof(Curves.Logistic), ReturnSequences = true)]
[Bidirectional, SimpleRNN(3, ActivationMethod = nameof(Curves.Powers))]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "bidirectional/forward_simple_rnn/recurrent_kernel")]
public sealed partial class CustomSequence;

/// <summary>Its function is looked up in the block's class first.</summary>
[Dense(Block.Filters, ActivationMethod = nameof(Squash))]
[Dense(Block.Filters, ActivationMethod = nameof(Curves.Swish))]
[Add(Block.Input)]
public sealed class CustomBlockAttribute(int filters) : BlockAttribute(filters)
{
    private static float Squash(float value) => Curves.Squash(x: value);
}

// In a block, in a class around the net, and two of the same name.
public static partial class CustomOuter
{
    private static float Bump(float x) => Curves.Bump(x);

    /// <summary>The net.</summary>
    [StaticNet]
    [Input(5)]
    [Dense(9, ActivationMethod = nameof(Bump))]
    [CustomBlock(9, Repeat = 2)]
    [Dense(7, ActivationMethod = nameof(Curves.Bump))]
    [Dense(2)]
    [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
    public sealed partial class CustomBlocks;
}

// Choices, conditions and corners; none of the sides that are not taken comes through.
[StaticNet]
[Input(6)]
[Dense(17, ActivationMethod = nameof(Curves.Entropy))]
[Dense(9, ActivationMethod = nameof(Curves.Ramp))]
[Dense(33, ActivationMethod = nameof(Curves.Pieces))]
[Dense(17, ActivationMethod = nameof(Curves.Gate))]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class CustomChoices;

// Run on inputs of some hundreds: exponentials are infinite, but no derivative is NaN.
[StaticNet]
[Checked(InputScale = 400, Slack = 20)]
[Input(9)]
[Dense(17, Name = "x")]
[Activation(nameof(Curves.Logistic), From = "x", Name = "a")]
[Activation(nameof(Curves.Swish), From = "x", Name = "b")]
[Activation(nameof(Curves.SoftLine), From = "x", Name = "c")]
[Activation(nameof(Curves.Squash), From = "x", Name = "d")]
[Concatenate("a", "b", "c", "d")]
[Dense(5)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class CustomSaturated;

// A net that only predicts has no derivatives: steps need none beside them.
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(6)]
[Dense(17, ActivationMethod = nameof(Step))]
[Dense(3)]
public sealed partial class CustomPrediction
{
    private static float Step(float x) => x >= 0 ? 1 : -1;
}

// Steps that are trained with the derivatives beside them. Whole numbers, since these are not what finite differences find.
[StaticNet]
[Checked(WholeNumbers = true)]
[Input(6)]
[Dense(17, ActivationMethod = nameof(Binary))]
[Dense(9, ActivationMethod = nameof(Stairs))]
[Dense(3)]
[Compile(nameof(Straight), Optimizer.Sgd)]
public sealed partial class CustomStraight
{
    private static float Binary(float x) => x >= 0 ? 1 : -1;

    private static float BinaryDerivative(float x) => MathF.Abs(x) <= 3 ? 1 : 0;

    private static float Stairs(float x) => MathF.Floor(x * 0.25f) + MathF.Ceiling(x * 0.5f);

    private static float StairsDerivative(float value) => 0.75f;

    private static float Straight(float target, float output) => MathF.Abs(output - target) < 0.25f ? 0 : 1;

    private static float StraightDerivative(float target, float output) => Math.Clamp(output - target, -1f, 1f);
}

// Losses over a broken vector, over rows, and of several outputs.
[StaticNet]
[Input(5)]
[Dense(17)]
[Compile(nameof(Pinball), Optimizer.Sgd)]
public sealed partial class CustomPinball
{
    private const float Quantile = 0.9f;

    private static float Pinball(float target, float output) =>
        target > output ? Quantile * (target - output) : (1 - Quantile) * (output - target);
}

[StaticNet]
[Input(4, 5)]
[Dense(9)]
[Compile(nameof(Distances.Bend), Optimizer.Sgd)]
public sealed partial class CustomBend;

[StaticNet]
[Input(5)]
[Dense(9, Activation = Activation.Tanh)]
[Dense(3, Name = "size")]
[Dense(18, From = "dense", Name = "kind")]
[Dense(2, From = "dense")]
[Output("size", nameof(Distances.Cauchy), Weight = 0.5)]
[Output("kind", Loss.Huber)]
[Compile(nameof(Distances.Logit), Optimizer.Sgd)]
public sealed partial class CustomOutputs;

/// <summary>Losses as a user writes them.</summary>
public static class Distances
{
    /// <summary>Huber's with a delta of 1/2.</summary>
    public static float Bend(float t, float y) =>
        MathF.Abs(y - t) <= 0.5f ? (y - t) * (y - t) * 0.5f : (0.5f * MathF.Abs(y - t)) - 0.125f;

    /// <summary>Grows slowly with an error.</summary>
    public static float Cauchy(float target, float output) => MathF.Log(1 + MathF.Pow(output - target, 2));

    /// <summary>Binary cross-entropy of logits.</summary>
    public static float Logit(float target, float output) =>
        MathF.Max(output, 0) - (output * target) + MathF.Log(1 + MathF.Exp(-MathF.Abs(output)));
}

/// <summary>Activations as a user writes them.</summary>
public static class Curves
{
    private const float Width = 0.5f;

    /// <summary>Softsign.</summary>
    public static float Squash(float x) => x / (1 + MathF.Abs(x));

    /// <summary>Silu.</summary>
    public static float Swish(float x) => x / (1f + MathF.Exp(-x));

    /// <summary>Falls and rises.</summary>
    public static float Valley(float x) => (x * x) - (0.5f * x);

    /// <summary>A bell on a slope.</summary>
    public static float Bump(float z) => MathF.Exp(-z * z * Width) + (0.1f * z);

    /// <summary>A parabola inside, lines outside.</summary>
    public static float Basin(float @in) => MathF.Abs(@in) <= 1 ? (Square(@in) * 0.5f) + 0.5f : MathF.Abs(@in);

    /// <summary>The logarithm is NaN where it is not taken.</summary>
    public static float Entropy(float x) => x > 0 ? x * MathF.Log(x) : 0;

    /// <summary>Minimum and maximum with constants.</summary>
    public static float Ramp(float x) => MathF.FusedMultiplyAdd(x, 0.25f, MathF.Max(0, MathF.Min(x, 0.75f)));

    /// <summary>A sigmoid written with the constant behind.</summary>
    public static float Gate(float x) => x / (MathF.Exp(-2 * x) + 1);

    /// <summary>All conditions.</summary>
    public static float Pieces(float x) =>
        x < -1 || !(x <= 0.5f) ? MathF.Sqrt((x * x) + 1)
        : x == 0 ? 0
        : MathF.Tanh(x) + (MathF.Sign(x) * 0.25f) + (x > -0.5f && x != 0 ? 0.5f * x : 0);

    /// <summary>Powers.</summary>
    public static float Powers(float x) => MathF.Pow(x, 3) / (1 + MathF.Pow(x, 2));

    /// <summary>A sigmoid.</summary>
    public static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));

    /// <summary>Softplus.</summary>
    public static float SoftLine(float x) => MathF.Log(1 + MathF.Exp(-MathF.Abs(x))) + MathF.Max(x, 0);

    /// <summary>The snake function of periodic data (Ziyin, Hartwig and Ueda, 2020).</summary>
    public static float Wave(float x) => x + Square(MathF.Sin(x));

    private static float Square(float a) => a * a;
}
