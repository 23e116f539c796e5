using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The loss of one row, the values of the output's last axis.</summary>
internal abstract class ReferenceLoss
{
    /// <summary>Keras' fuzz factor, which keeps a logarithm finite.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>Whether <c>y</c> are the values before the final softmax or sigmoid.</summary>
    public virtual bool FromLogits => false;

    public abstract double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t);

    public abstract void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy);

    /// <summary>The loss of a net: a final softmax or sigmoid is fused with its own cross-entropy.</summary>
    public static ReferenceLoss Of(Loss loss, Activation? outputActivation) => loss switch
    {
        Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy =>
            outputActivation == Activation.Softmax ? new SoftmaxCrossentropy() : new CategoricalCrossentropy(),
        Loss.BinaryCrossentropy => outputActivation == Activation.Sigmoid ? new SigmoidCrossentropy() : new BinaryCrossentropy(),
        Loss.MeanSquaredError => new MeanSquaredError(),
        Loss.MeanAbsoluteError => new MeanAbsoluteError(),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };

    protected static double Clip(double probability) => Math.Clamp(probability, Epsilon, 1 - Epsilon);

    protected static bool IsInside(double probability) => probability is > Epsilon and < 1 - Epsilon;
}
