using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The formula of a loss: its value for each sample and, for training, its gradient.</summary>
internal abstract class LossFormula
{
    /// <summary>
    /// Writes what happens to one row of the output's last axis. In scope: <c>zr</c> (the output, before the activation if that is fused),
    /// <c>yr</c> (receives the output), <c>tr</c> or <c>label</c>, <c>loss</c> (to add to) and, with gradient, <c>dzr</c> and <c>scale</c>.
    /// </summary>
    public abstract void WriteRow(SourceWriter writer, LossRow row);

    public static LossFormula Of(Loss loss)
    {
        var smoothing = new LabelSmoothing(loss.LabelSmoothing);
        return loss.Name switch
        {
            _ when loss.Method is { } method => new UserLoss(method),
            "CategoricalCrossentropy" => new CategoricalCrossentropy(smoothing),
            "SparseCategoricalCrossentropy" => new SparseCategoricalCrossentropy(),
            "BinaryCrossentropy" => new BinaryCrossentropy(smoothing),
            "MeanSquaredError" => new MeanSquaredError(),
            "MeanAbsoluteError" => new MeanAbsoluteError(),
            "MeanAbsolutePercentageError" => new MeanAbsolutePercentageError(),
            "MeanSquaredLogarithmicError" => new MeanSquaredLogarithmicError(),
            "Huber" => new Huber(loss.Delta),
            "LogCosh" => new LogCosh(),
            "BinaryFocalCrossentropy" => new BinaryFocalCrossentropy(loss.Gamma, loss.Alpha, smoothing),
            "CategoricalFocalCrossentropy" => new CategoricalFocalCrossentropy(loss.Gamma, loss.Alpha!.Value, smoothing),
            "Hinge" => new Hinge(isSquared: false),
            "SquaredHinge" => new Hinge(isSquared: true),
            "CategoricalHinge" => new CategoricalHinge(),
            "KlDivergence" => new KlDivergence(),
            "Poisson" => new Poisson(),
            "CosineSimilarity" => new CosineSimilarity(),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Name, "No formula is known."),
        };
    }
}

/// <summary>What a loss needs to know about the row that it is emitted for.</summary>
/// <param name="Flavour">The vectors, already fit to the row.</param>
/// <param name="Classes">Values in the row.</param>
/// <param name="IsFused">Whether the last activation is part of the loss.</param>
/// <param name="WithGradient">Whether the gradient is wanted.</param>
internal sealed record LossRow(Flavour Flavour, int Classes, bool IsFused, bool WithGradient);
