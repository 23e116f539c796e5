namespace StaticNets;

/// <summary>The learning rate as a function of the step. The formulas and names are Keras'.</summary>
public abstract record LearningRateSchedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The number of the step, from 0: how often gradients were applied before, accumulated ones included.</param>
    public abstract double GetLearningRate(long step);
}
