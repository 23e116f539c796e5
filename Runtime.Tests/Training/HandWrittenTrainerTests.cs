using System;
using Xunit;

namespace StaticNets.Tests;

/// <summary>A trainer that was written by hand need not take gradients from outside; it says so.</summary>
public class HandWrittenTrainerTests
{
    [Fact]
    public void It_takes_no_gradients()
    {
        IGradientTrainer trainer = new LinearTrainer(new LinearNet(), new TrainerOptions());
        foreach (Action call in (Action[])
        [
            () => trainer.Forward(new float[LinearNet.InputSize]),
            () => trainer.Backward(new float[LinearNet.OutputSize]),
            () => trainer.Backward(new float[LinearNet.OutputSize], new float[LinearNet.InputSize]),
            () => trainer.BackwardToInputs(new float[LinearNet.OutputSize], new float[LinearNet.InputSize]),
        ])
        {
            Assert.Equal("LinearTrainer takes no gradients from outside.", Assert.Throws<NotSupportedException>(call).Message);
        }

        trainer.DiscardForward();
    }
}
