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
        double restarts = Restarts(done);
        done = Math.Clamp((done - Start(restarts)) / Math.Pow(TMul, restarts), 0, 1);
        double cosine = 0.5 * Math.Pow(MMul, restarts) * (1 + Math.Cos(Math.PI * done));
        return InitialLearningRate * (((1 - Alpha) * cosine) + Alpha);
    }

    /// <summary>How many of the cosines are done.</summary>
    /// <param name="done">The steps, in lengths of the first cosine.</param>
    private double Restarts(double done)
    {
        if (TMul == 1)
        {
            return Math.Floor(done);
        }

        // The logarithm may miss by its rounding, so its neighbours are looked at, too.
        double guess = Math.Floor(Math.Log(1 + Math.Min(done * (TMul - 1), double.MaxValue)) / Math.Log(TMul));
        return done < Start(guess) ? Math.Max(0, guess - 1) : done >= Start(guess + 1) ? guess + 1 : guess;
    }

    /// <summary>Where a cosine begins: the sum of the powers of <see cref="TMul"/> below its number.</summary>
    private double Start(double number)
    {
        const int Terms = 24;
        double growth = TMul - 1;
        if (number == 0 || number * growth > 1)
        {
            return (Math.Pow(TMul, number) - 1) / growth;
        }

        // Near 1 the power's difference to 1 would be lost: the binomial series, from its last term on.
        double sum = 0;
        for (int term = Terms; term > 0; term--)
        {
            sum = ((number - term + 1) / term) * (1 + (growth * sum));
        }

        return sum;
    }
}
