using System;
using System.Linq;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Gradients with and without the penalty differ by exactly <c>l1 sign(w) + 2 l2 w</c>, up to rounding; the data loss and inference don't
/// know it. Penalties of outputs reach every weight before them: these gradients are compared with the reference's elsewhere, here as to their scale.
/// </summary>
internal static class PenaltyCheck
{
    /// <summary>
    /// Half units in the last place: one for the product, one for the sum of both terms, one for the sum with the gradient.
    /// </summary>
    public const double Roundings = 3;

    private const int Count = 7;

    public static void Run(NetCase net)
    {
        float[] parameters = NetData.Parameters(net);
        CheckBatch batch = NetData.Batch(net, Count, weighted: true);
        parameters[net.Reference.Tensors[0].Offset] = 0;
        Step without = Compute(net, parameters, batch, 0);
        Step with = Compute(net, parameters, batch, 1);
        Step tripled = Compute(net, parameters, batch, 3);

        Expect.SameBits(without.Loss, with.Loss, $"{net}: data loss with the penalty");
        Expect.SameBits(without.Inference, with.Inference, $"{net}: inference with the penalty");
        Expect.SameBits(without.Inference, tripled.Inference, $"{net}: inference with three times the penalty");
        Expect.True(without.Penalty == 0, $"{net}: penalty is {without.Penalty} at a scale of 0.");
        double penalty = net.Reference.Penalty(ReferenceBatch.Widen(parameters), batch.Wide);
        Expect.Close(penalty, with.Penalty, GradientCheck.LossTolerance, $"{net}: penalty");
        Expect.Close(3 * penalty, tripled.Penalty, GradientCheck.LossTolerance, $"{net}: penalty times 3");
        if (net.Reference.HasActivityPenalty)
        {
            CompareScales(net, without.Gradients, with.Gradients, tripled.Gradients);
            return;
        }

        foreach (ReferenceTensor tensor in net.Reference.Tensors)
        {
            double[] orthogonal = new double[parameters.Length];
            if (tensor.Orthogonal != 0)
            {
                ReferenceOrthogonality.AddGradient(tensor, ReferenceBatch.Widen(parameters), 1, orthogonal);
            }

            double error = GradientCheck.Tolerance * Expect.LargestMagnitude(orthogonal);
            for (int i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
            {
                Compare(net, tensor, parameters[i], without.Gradients[i] + orthogonal[i], with.Gradients[i], i, error);
            }
        }
    }

    private static void CompareScales(NetCase net, float[] without, float[] with, float[] tripled)
    {
        double[] expected = [.. without.Select((g, i) => g + (3.0 * ((double)with[i] - g)))];
        Expect.True(!without.SequenceEqual(with), $"{net}: the penalty of an output changes no gradient.");
        Expect.Close(expected, tripled, GradientCheck.Tolerance, $"{net}: gradients with three times the penalty");
    }

    private static void Compare(NetCase net, ReferenceTensor tensor, float w, double without, float with, int i, double error)
    {
        double added = ((tensor.IsProximal ? 0 : (float)tensor.L1) * (double)Math.Sign(w)) + (2.0 * (float)tensor.L2 * w);
        double expected = without + added;
        double largest = Math.Max(Math.Abs(expected), Math.Max(Math.Abs(without), Math.Abs(added)));
        double allowed = error > 0 ? error : added == 0 ? 0 : Roundings / 2 * (MathF.BitIncrement((float)largest) - (float)largest);
        Expect.True(
            Math.Abs(with - expected) <= allowed,
            $"{net}: gradient {i} ({tensor.Name}) is {with:R} with the penalty, {without:R} without; {expected:R} was expected.");
    }

    private static Step Compute(NetCase net, float[] parameters, CheckBatch batch, float scale)
    {
        NetUnderTest tested = net.Create();
        tested.SetParameters(parameters);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, PenaltyScale = scale });
        float loss = trainer.ComputeGradients(batch.Narrow);
        int outputs = Count * net.Reference.OutputSize;
        float[] inference = new float[(2 * outputs) + 2];
        inference[0] = trainer.ComputeLoss(batch.Narrow, inference.AsSpan(2, outputs));
        inference[1] = tested.ComputeLoss(batch.Narrow, inference.AsSpan(2 + outputs));
        return new Step(loss, trainer.Penalty, trainer.Gradients.ToArray(), inference);
    }

    private sealed record Step(float Loss, float Penalty, float[] Gradients, float[] Inference);
}
