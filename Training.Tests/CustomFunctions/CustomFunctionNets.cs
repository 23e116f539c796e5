using System;

namespace StaticNets.Training.Tests.CustomFunctions;

/// <summary>Built-in functions, and below the same written by a user.</summary>
[StaticNet]
[Input(4)]
[Dense(17, Activation = Activation.Softsign)]
[Dense(9, Activation = Activation.Silu)]
[Dense(5)]
[Compile(Loss.Huber, Optimizer.Sgd, Delta = 0.5, LearningRate = 0.05, Metrics = [Metric.MeanAbsoluteError])]
public sealed partial class BuiltInNet;

[StaticNet]
[Input(4)]
[Dense(17, ActivationMethod = nameof(Softsign))]
[Dense(9, ActivationMethod = nameof(Silu))]
[Dense(5)]
[Compile(nameof(Huber), Optimizer.Sgd, LearningRate = 0.05, Metrics = [Metric.MeanAbsoluteError])]
public sealed partial class WrittenNet
{
    private const float Delta = 0.5f;

    private static float Softsign(float x) => x / (1 + MathF.Abs(x));

    private static float Silu(float x) => x / (1 + MathF.Exp(-x));

    private static float Huber(float target, float output) => MathF.Abs(output - target) <= Delta
        ? 0.5f * (output - target) * (output - target)
        : Delta * (MathF.Abs(output - target) - (0.5f * Delta));
}

/// <summary>One function alone, so that its bits can be compared.</summary>
[StaticNet]
[Input(37)]
[Activation(Activation.Softsign)]
public sealed partial class BuiltInSoftsign;

[StaticNet]
[Input(37)]
[Activation(nameof(Softsign))]
public sealed partial class WrittenSoftsign
{
    /// <summary>The method itself, for the test to call.</summary>
    public static float Softsign(float x) => x / (1 + MathF.Abs(x));
}
