using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The loss of one row, the values of the output's last axis.</summary>
internal abstract class ReferenceLoss
{
    /// <summary>Keras' fuzz factor, which keeps a logarithm finite.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>Whether <c>y</c> are the values before the final softmax or sigmoid.</summary>
    public virtual bool FromLogits => false;

    /// <summary>Distances from where the derivative jumps, for a row.</summary>
    public virtual double[] Distances(ReadOnlySpan<double> y, ReadOnlySpan<double> t) => [];

    public abstract double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t);

    public abstract void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy);

    /// <summary>The loss of a net: a final softmax or sigmoid is fused with its own cross-entropy.</summary>
    public static ReferenceLoss Of(Loss loss, Activation? outputActivation, LossSettings? settings = null)
    {
        LossSettings given = settings ?? new LossSettings();
        ReferenceLoss plain = Plain(loss, outputActivation, given);
        bool isBinary = loss is Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy;
        return given.LabelSmoothing == 0 ? plain : new SmoothedLoss(plain, given.LabelSmoothing, classes => 1.0 / (isBinary ? 2 : classes));
    }

    private static ReferenceLoss Plain(Loss loss, Activation? outputActivation, LossSettings settings) => loss switch
    {
        Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy =>
            outputActivation == Activation.Softmax ? new SoftmaxCrossentropy() : new CategoricalCrossentropy(),
        Loss.BinaryCrossentropy => outputActivation == Activation.Sigmoid ? new SigmoidCrossentropy() : new BinaryCrossentropy(),
        Loss.MeanSquaredError => new MeanSquaredError(),
        Loss.MeanAbsoluteError => new MeanAbsoluteError(),
        Loss.MeanAbsolutePercentageError => ElementwiseLoss.PercentageError,
        Loss.MeanSquaredLogarithmicError => ElementwiseLoss.LogarithmicError,
        Loss.Huber => ElementwiseLoss.Huber(settings.Delta),
        Loss.LogCosh => ElementwiseLoss.LogCosh,
        Loss.BinaryFocalCrossentropy => new BinaryFocalCrossentropy(settings, outputActivation == Activation.Sigmoid),
        Loss.CategoricalFocalCrossentropy => new CategoricalFocalCrossentropy(settings),
        Loss.Hinge => ElementwiseLoss.Hinge,
        Loss.SquaredHinge => ElementwiseLoss.SquaredHinge,
        Loss.CategoricalHinge => new CategoricalHinge(),
        Loss.KlDivergence => ElementwiseLoss.KlDivergence,
        Loss.Poisson => ElementwiseLoss.Poisson,
        Loss.CosineSimilarity => new CosineSimilarity(),
        _ => UserLoss.Of(loss),
    };

    protected static double Clip(double probability) => Math.Clamp(probability, Epsilon, 1 - Epsilon);

    protected static bool IsInside(double probability) => probability is > Epsilon and < 1 - Epsilon;
}
