using System;
using System.Linq;

namespace StaticNets.Tests.Checks;

/// <summary>Training against PyTorch: the losses of every step, and the weights after the last.</summary>
internal static class TrainingCheck
{
    public const double LossTolerance = 1e-5;

    /// <summary>What all weights keep to, or nearly all.</summary>
    public const double WeightTolerance = 1e-5;

    public static bool AppliesTo(NetCase net) => WholeNetTraining.Names.Contains(net.Name);

    /// <summary>Of a net of the catalogue.</summary>
    public static void Run(NetCase net) => Run(net, new WholeNetTraining(net.Name));

    public static void Run(NetCase net, TrainingReference reference) => Run(net, reference, reference.Steps);

    /// <param name="net">The net.</param>
    /// <param name="reference">What PyTorch made of it.</param>
    /// <param name="steps">Fewer than all compares the losses only.</param>
    public static void Run(NetCase net, TrainingReference reference, int steps)
    {
        NetUnderTest tested = net.Create();
        tested.SetParameters(reference.InitialWeights(net));
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = reference.BatchSize });
        for (int step = 0; step < steps; step++)
        {
            float loss = trainer.Step(reference.Batch(net, step).Narrow);
            string what = FormattableString.Invariant($"{net}, step {step}: ");
            Expect.Close(reference.Losses[step], loss, LossTolerance, what + "loss");
            Expect.Close(reference.Penalties[step], trainer.Penalty, LossTolerance, what + "penalty");
        }

        if (steps == reference.Steps)
        {
            CompareWeights(net, reference, tested.Parameters, 2 * trainer.LearningRate * steps);
        }
    }

    /// <summary>
    /// The sign of a tiny weight may flip, and the L1 gradient with it: a few weights may be off by what the steps can sum up to.
    /// </summary>
    private static void CompareWeights(NetCase net, TrainingReference reference, Span<float> actual, double limit)
    {
        float[] expected = reference.FinalWeights;
        int within = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs((double)actual[i] - expected[i]);
            within += error <= WeightTolerance ? 1 : 0;
            Expect.True(
                error <= limit,
                $"{net}: weight {i} is {actual[i]:R} instead of {expected[i]:R}: off by {error:E2}, allowed {limit:E2}.");
        }

        double share = (double)within / expected.Length;
        Expect.True(share >= reference.ShareWithinTolerance, $"{net}: only {share:P3} of the weights are within {WeightTolerance:E0}.");
    }
}
