using System;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary><c>initial / (1 + rate * step / decaySteps)</c>.</summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="DecaySteps">How often the decay is counted.</param>
/// <param name="DecayRate">How strong it is.</param>
/// <param name="Staircase">Whether it changes only after all of these steps, at once. Default false.</param>
public sealed record InverseTimeDecay(double InitialLearningRate, int DecaySteps, double DecayRate, bool Staircase = false)
    : LearningRateSchedule
{
    /// <summary>The rate at step 0.</summary>
    public double InitialLearningRate { get; init => field = Rate(value); } = Rate(InitialLearningRate);

    /// <summary>How often the decay is counted.</summary>
    public int DecaySteps { get; } = Positive(DecaySteps);

    /// <summary>How strong it is.</summary>
    public double DecayRate { get; init => field = NotNegative(value); } = NotNegative(DecayRate);

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        double periods = (double)step / DecaySteps;
        return InitialLearningRate / (1 + (DecayRate * (Staircase ? Math.Floor(periods) : periods)));
    }
}
