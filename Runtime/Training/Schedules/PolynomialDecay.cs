using System;
using static StaticNets.ScheduleNumber;

namespace StaticNets;

/// <summary><c>(initial - end) * (1 - step / decaySteps)^power + end</c>, and the end rate from there on.</summary>
/// <param name="InitialLearningRate">The rate at step 0.</param>
/// <param name="DecaySteps">The number of steps to the end rate.</param>
/// <param name="EndLearningRate">The last rate. Default 0.0001.</param>
/// <param name="Power">The power of the polynomial. Default 1: a straight line.</param>
/// <param name="Cycle">Whether it starts over, each time so that the end is at the next multiple of the steps. Default false.</param>
public sealed record PolynomialDecay(
    double InitialLearningRate, int DecaySteps, double EndLearningRate = 1e-4, double Power = 1, bool Cycle = false) : LearningRateSchedule
{
    /// <summary>The rate at step 0.</summary>
    public double InitialLearningRate { get; init => field = Rate(value); } = Rate(InitialLearningRate);

    /// <summary>The number of steps to the end rate.</summary>
    public int DecaySteps { get; } = Positive(DecaySteps);

    /// <summary>The last rate.</summary>
    public double EndLearningRate { get; init => field = Rate(value); } = Rate(EndLearningRate);

    /// <summary>The power of the polynomial.</summary>
    public double Power { get; init => field = NotNegative(value); } = NotNegative(Power);

    /// <inheritdoc/>
    public override double GetLearningRate(long step)
    {
        double length = Cycle && step > 0 ? DecaySteps * Math.Ceiling((double)step / DecaySteps) : DecaySteps;
        double done = Math.Min(step, length) / length;
        return ((InitialLearningRate - EndLearningRate) * Math.Pow(1 - done, Power)) + EndLearningRate;
    }
}
