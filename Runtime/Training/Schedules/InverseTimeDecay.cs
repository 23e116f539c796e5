using System;

namespace StaticNets;

/// <summary><c>initial / (1 + rate * step / decaySteps)</c>.</summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="DecaySteps">How often the decay is counted.</param>
/// <param name="DecayRate">How strong it is.</param>
/// <param name="Staircase">Whether it changes only after all of these steps, at once. Default false.</param>
public sealed record InverseTimeDecay(double InitialLearningRate, int DecaySteps, double DecayRate, bool Staircase = false)
    : LearningRateSchedule
{
    /// <summary>How often the decay is counted.</summary>
    public int DecaySteps { get; } = Positive(DecaySteps, nameof(DecaySteps));

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        double periods = (double)step / DecaySteps;
        return InitialLearningRate / (1 + (DecayRate * (Staircase ? Math.Floor(periods) : periods)));
    }
}
