using System;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary>Half cosines one after the other, each longer and lower than the one before by the factors given.</summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="FirstDecaySteps">The number of steps of the first one.</param>
/// <param name="TMul">How many times as long as the one before each is, at least 1. Default 2.</param>
/// <param name="MMul">How many times as high as the one before each begins. Default 1.</param>
/// <param name="Alpha">The lowest rate as a share of the initial one. Default 0.</param>
public sealed record CosineDecayRestarts(
    double InitialLearningRate, int FirstDecaySteps, double TMul = 2, double MMul = 1, double Alpha = 0) : LearningRateSchedule
{
    /// <summary>The rate at step 0.</summary>
    public double InitialLearningRate { get; init => field = Rate(value); } = Rate(InitialLearningRate);

    /// <summary>The number of steps of the first one.</summary>
    public int FirstDecaySteps { get; } = Positive(FirstDecaySteps);

    /// <summary>How many times as long as the one before each is, at least 1.</summary>
    public double TMul { get; } = TMul >= 1 && double.IsFinite(TMul)
        ? TMul
        : throw new ArgumentOutOfRangeException(nameof(TMul), TMul, "It must be finite and at least 1.");

    /// <summary>How many times as high as the one before each begins.</summary>
    public double MMul { get; init => field = NotNegative(value); } = NotNegative(MMul);

    /// <summary>The lowest rate as a share of the initial one.</summary>
    public double Alpha { get; init => field = NotNegative(value); } = NotNegative(Alpha);

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        double done = (double)step / FirstDecaySteps;
        double restarts;
        if (TMul == 1)
        {
            restarts = Math.Floor(done);
            done -= restarts;
        }
        else
        {
            // Taken off one by one: logarithms would miss a restart by their rounding.
            restarts = 0;
            double length = 1;
            for (; done >= length; length *= TMul)
            {
                done -= length;
                restarts++;
            }

            done /= length;
        }

        double cosine = 0.5 * Math.Pow(MMul, restarts) * (1 + Math.Cos(Math.PI * done));
        return InitialLearningRate * (((1 - Alpha) * cosine) + Alpha);
    }
}
