using System;
using System.Threading;
using System.Threading.Tasks;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Training.Tests.Calls;

/// <summary>The user's code and interrupts where others wait: each wait has an end, and whoever was interrupted leaves all in order.</summary>
public sealed class WaitTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static float[] Inputs { get; } = Samples.Values(2, 1);

    private static float[] Targets { get; } = Samples.Values(3, 2);

    [Fact]
    public async Task A_schedule_may_ask_the_net()
    {
        WideningNet net = new();
        using WideningNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { LearningRateSchedule = new Asking(net) });

        // The first prediction of all has no older weights to answer from.
        await Task.Run(() => trainer.Step(Inputs, Targets)).WaitAsync(s_patience);
        Assert.NotEqual(new WideningNet().Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void A_schedule_that_throws_leaves_net_and_trainer_usable()
    {
        WideningNet net = new();
        using WideningNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { LearningRateSchedule = new Failing() });
        Assert.Throws<NotSupportedException>(() => trainer.Step(Inputs, Targets));
        Assert.Equal(new WideningNet().Parameters.ToArray(), net.Parameters.ToArray());
        Assert.Throws<NotSupportedException>(() => trainer.Step(Inputs, Targets));
        net.Predict(Inputs, new float[3]);
    }

    [Fact]
    public void A_trainer_that_is_interrupted_while_it_waits_can_be_used_again()
    {
        WideningNet net = new();
        using WideningNet.Trainer trainer = net.CreateTrainer();
        trainer.ComputeGradients(Inputs, Targets);
        trainer.Store.BeginUpdate();
        Exception? thrown = null;
        Thread waiting = new(() => thrown = Record.Exception(trainer.ApplyGradients));
        waiting.Start();
        Sleeping.Await(waiting);
        waiting.Interrupt();
        Assert.True(waiting.Join(s_patience));
        Assert.IsType<ThreadInterruptedException>(thrown);
        trainer.Store.EndUpdate();
        trainer.ApplyGradients();
        Assert.Equal(1, trainer.Updates);
    }

    private sealed record Asking(WideningNet Net) : LearningRateSchedule
    {
        public override double GetLearningRate(long step)
        {
            float[] outputs = new float[3];
            Net.Predict(Inputs, outputs);
            return 0.1;
        }
    }

    private sealed record Failing : LearningRateSchedule
    {
        public override double GetLearningRate(long step) => throw new NotSupportedException();
    }
}
