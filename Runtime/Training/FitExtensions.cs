using System;
using System.Collections.Generic;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>Training over whole epochs.</summary>
public static class FitExtensions
{
    /// <summary>
    /// Trains the net with a fresh trainer: the optimizer starts from nothing and is dropped at the end. The weights are the net's.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples to train with.</param>
    /// <param name="options">How to train. Default: one epoch, batches of 32.</param>
    /// <returns>One value for each column and each finished epoch. Where it fails, <see cref="History.Of"/> has it.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the data does not fit the net.</exception>
    /// <exception cref="InvalidOperationException">Another <c>Fit</c> of the net or of a trainer of it is under way.</exception>
    public static History Fit<TNet>(this ITrainableNet<TNet> net, IBatchSource data, FitOptions? options = null)
        where TNet : class, ITrainableNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        options ??= new FitOptions();
        FitPlan plan = FitPlan.Create(TNet.Info, data, options);
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions(options) { MaxBatchSize = plan.BatchSize });
        return Run(trainer, plan);
    }

    /// <summary>
    /// Trains the trainer's net. The optimizer's state goes on from where it is, so that training can be continued call by call.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="data">The samples to train with.</param>
    /// <param name="options">
    /// How to train. Default: one epoch, batches of 32. What the trainer was created with (threads, learning rate, clipping and so on)
    /// can't be given here again.
    /// </param>
    /// <returns>One value for each column and each finished epoch. Where it fails, <see cref="History.Of"/> has it.</returns>
    /// <exception cref="ArgumentException">An option is out of range or is the trainer's, or the data does not fit the net.</exception>
    /// <exception cref="InvalidOperationException">Another <c>Fit</c> of the trainer or of its net is under way.</exception>
    public static History Fit(this ITrainer trainer, IBatchSource data, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        options ??= new FitOptions();
        if (new TrainerOptions(options) { Seed = 0 } != new TrainerOptions())
        {
            throw new ArgumentException(
                "Threads, LearningRate, PenaltyScale, clipping, averages and accumulation belong to the trainer; set them there.",
                nameof(options));
        }

        FitPlan plan = FitPlan.Create(trainer.Info, data, options);
        return plan.BatchSize <= trainer.MaxBatchSize
            ? Run(trainer, plan)
            : throw new ArgumentOutOfRangeException(
                "options.BatchSize",
                options.BatchSize,
                FormattableString.Invariant($"The trainer takes batches of 1 to {trainer.MaxBatchSize} samples (MaxBatchSize)."));
    }

    private static History Run(ITrainer trainer, FitPlan plan)
    {
        SingleUse use = FitUse.Enter(trainer);
        try
        {
            plan.CheckData(trainer.Info);
            return RunAlone(trainer, plan);
        }
        finally
        {
            use.Exit();
        }
    }

    private static History RunAlone(ITrainer trainer, FitPlan plan)
    {
        HistoryRecorder recorder = new();
        List<Callback> callbacks = [.. plan.Options.Callbacks, recorder];
        if (plan.Options.Verbose != Verbose.Silent)
        {
            callbacks.Add(new ProgressReporter(plan.Options, trainer.Info, ProgressReporter.IsTerminal(plan.Options)));
        }

        using FitLoop loop = new(trainer, plan, callbacks);
        try
        {
            recorder.History.Canceled = !loop.Run();
            return recorder.History;
        }
        catch (Exception failed)
        {
            recorder.Leave(failed);
            throw;
        }
    }
}
