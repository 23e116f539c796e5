using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Optimizers;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Weights after some steps against Keras' formulas in double on the reference's gradients; a changed learning rate counts at once.
/// </summary>
internal static class OptimizerCheck
{
    /// <summary>Of the learning rate: the size of a step of the adaptive rules.</summary>
    public const double Tolerance = 2e-3;

    private const int Steps = 12;
    private const int Count = 8;

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = Count });
        double[] w = ReferenceBatch.Widen(parameters);
        ReferenceOptimizer optimizer = ReferenceOptimizer.Of(net.Type, w.Length);
        double[] l1 = ProximalL1(net.Reference);
        double learningRate = optimizer.LearningRate;
        Expect.Close(learningRate, trainer.LearningRate, 1e-7, $"{net}: learning rate");
        for (int step = 0; step < Steps; step++)
        {
            if (step == Steps / 2)
            {
                trainer.LearningRate = (float)(learningRate / 2);
                optimizer.LearningRate = learningRate / 2;
            }

            CheckBatch batch = NetData.Batch(net, Count, (uint)step);
            trainer.Step(batch.Narrow);
            optimizer.Update(w, net.Reference.Gradient(w, batch.Wide), l1);
            Compare(net, w, tested.Parameters, learningRate, step);
        }

        Expect.True(
            trainer.Updates == Steps && trainer.Iteration == Steps,
            $"{net}: counted {trainer.Updates} updates, {trainer.Iteration} iterations.");
    }

    private static double[] ProximalL1(ReferenceNet net) =>
        [.. net.Tensors.SelectMany(tensor => Enumerable.Repeat(tensor.IsProximal ? (float)tensor.L1 : 0.0, tensor.Length))];

    private static void Compare(NetCase net, double[] expected, Span<float> actual, double learningRate, int step)
    {
        double allowed = (Tolerance * learningRate) + (step * 1e-7 * expected.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            Expect.True(
                error <= allowed,
                $"{net}: weight {i} after step {step} is {actual[i]:R} instead of {expected[i]:R}: {error:E2} off, {allowed:E2} allowed.");
        }
    }
}
