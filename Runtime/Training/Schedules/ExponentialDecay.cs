using System;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary><c>initial * rate^(step / decaySteps)</c>.</summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="DecaySteps">The number of steps in which it is multiplied by the decay rate once.</param>
/// <param name="DecayRate">What it is multiplied by.</param>
/// <param name="Staircase">Whether it changes only after all of these steps, at once. Default false.</param>
public sealed record ExponentialDecay(double InitialLearningRate, int DecaySteps, double DecayRate, bool Staircase = false)
    : LearningRateSchedule
{
    /// <summary>The rate at step 0.</summary>
    public double InitialLearningRate { get; init => field = Rate(value); } = Rate(InitialLearningRate);

    /// <summary>The number of steps in which it is multiplied by the decay rate once.</summary>
    public int DecaySteps { get; } = Positive(DecaySteps);

    /// <summary>What it is multiplied by.</summary>
    public double DecayRate { get; init => field = NotNegative(value); } = NotNegative(DecayRate);

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        double exponent = (double)step / DecaySteps;
        return InitialLearningRate * Math.Pow(DecayRate, Staircase ? Math.Floor(exponent) : exponent);
    }
}
