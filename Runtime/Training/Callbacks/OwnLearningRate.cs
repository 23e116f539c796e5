using System;

namespace StaticNets;

/// <summary>For callbacks that set the learning rate.</summary>
internal static class OwnLearningRate
{
    /// <summary>That the trainer's learning rate can be set, before training begins.</summary>
    /// <exception cref="InvalidOperationException">It comes from a schedule.</exception>
    public static void Require(ITrainer trainer, string callback)
    {
        if (trainer.LearningRateSchedule is { } schedule)
        {
            throw new InvalidOperationException(
                $"{callback} sets the learning rate, but the trainer has a LearningRateSchedule ({schedule.GetType().Name}); "
                    + "leave one of them out.");
        }
    }
}
