using System;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary>
/// Half a cosine from the initial rate down to <c>alpha</c> times of it, after a warm-up that rises in a straight line where there is one.
/// </summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="DecaySteps">The number of steps of the decay, those of the warm-up not included.</param>
/// <param name="Alpha">The last rate as a share of the one that the decay begins with. Default 0.</param>
/// <param name="WarmupTarget">The rate at the end of the warm-up, with which the decay begins. Default: no warm-up.</param>
/// <param name="WarmupSteps">The number of steps of the warm-up. Default 0.</param>
public sealed record CosineDecay(
    double InitialLearningRate, int DecaySteps, double Alpha = 0, double? WarmupTarget = null, int WarmupSteps = 0) : LearningRateSchedule
{
    /// <summary>The rate at step 0.</summary>
    public double InitialLearningRate { get; init => field = Rate(value); } = Rate(InitialLearningRate);

    /// <summary>The number of steps of the decay, those of the warm-up not included.</summary>
    public int DecaySteps { get; } = Positive(DecaySteps);

    /// <summary>The last rate as a share of the one that the decay begins with.</summary>
    public double Alpha { get; init => field = NotNegative(value); } = NotNegative(Alpha);

    /// <summary>The rate at the end of the warm-up, with which the decay begins; null where there is no warm-up.</summary>
    public double? WarmupTarget { get; init => field = Checked(value); } = Checked(WarmupTarget);

    /// <summary>The number of steps of the warm-up.</summary>
    public int WarmupSteps { get; init => field = NotNegative(value); } = NotNegative(WarmupSteps);

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        if (WarmupTarget is not double target)
        {
            return Decay(InitialLearningRate, step);
        }

        return step < WarmupSteps
            ? InitialLearningRate + ((target - InitialLearningRate) * step / WarmupSteps)
            : Decay(target, step - WarmupSteps);
    }

    private static double? Checked(double? target) => target is double rate ? Rate(rate, nameof(WarmupTarget)) : null;

    private double Decay(double from, long step)
    {
        double cosine = 0.5 * (1 + Math.Cos(Math.PI * Math.Min(step, DecaySteps) / DecaySteps));
        return from * (((1 - Alpha) * cosine) + Alpha);
    }
}
