using System;
using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>
/// One fit at a time for each net's weights: two would take turns in an order that nobody knows, and the
/// result would differ from run to run.
/// </summary>
internal static class FitUse
{
    private static readonly ConditionalWeakTable<object, SingleUse> s_uses = [];

    /// <summary>Begins a fit, which ends with <see cref="SingleUse.Exit"/>.</summary>
    /// <exception cref="InvalidOperationException">Another one is under way, on another thread or around this call.</exception>
    public static SingleUse Enter(ITrainer trainer)
    {
        SingleUse use = s_uses.GetValue(Key(trainer), _ => new SingleUse(Message(trainer.Info)));
        use.Enter();
        return use;
    }

    // Trainers of one net share its weights.
    private static object Key(ITrainer trainer) => trainer is TrainerBase emitted ? emitted.Store : trainer;

    private static string Message(NetInfo info) =>
        $"Another Fit of this {info.Name} is under way. Wait for its end, or train a clone; "
            + "a callback ends its own by Run.StopTraining.";
}
