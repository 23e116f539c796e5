using System;
using System.Linq;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Gradients of nets whose dropout the reference doesn't draw: a step of the same iteration drops the same, so its losses have differences, with which the
/// gradient of each tensor is compared, along itself and across.
/// </summary>
internal static class HiddenNoiseCheck
{
    private const int Count = 13;
    private const float Step = 0.02f;

    /// <summary>Of the tensor's gradient; the difference is that of two floats.</summary>
    private const double Tolerance = 5e-3;

    /// <summary>Of the net's gradient.</summary>
    private const double Floor = 2e-4;

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        CheckBatch batch = NetData.ClearBatch(net, Count, weighted: true);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = 33, Seed = 5 });
        double Loss(float[] at, long iteration = 0)
        {
            tested.SetParameters(at);
            trainer.Iteration = iteration;
            return trainer.ComputeGradients(batch.Narrow) + trainer.Penalty;
        }

        double loss = Loss(parameters);
        float[] gradient = trainer.Gradients.ToArray();
        Expect.True(loss == Loss(parameters), $"{net}: the same iteration has another loss.");
        Expect.True(loss != Loss(parameters, 1), $"{net}: two iterations have the same loss.");
        double predicted = tested.ComputeLoss(batch.Narrow, new float[Count * net.Reference.OutputSize]);
        Expect.True(loss != predicted + trainer.Penalty, $"{net}: predictions drop values.");
        double length = Length(gradient);
        foreach (ReferenceTensor tensor in net.Reference.Tensors.Where(tensor => tensor.IsTrainable))
        {
            float[] along = gradient[tensor.Offset..(tensor.Offset + tensor.Length)];
            float[] across = HashedValues.Array((uint)tensor.Offset, tensor.Length, 2);
            foreach (float[] direction in new[] { along, across })
            {
                double norm = Length(direction);
                if (norm == 0)
                {
                    continue;
                }

                double difference = (Loss(Moved(1)) - Loss(Moved(-1))) / (2 * Step);
                double expected = direction.Zip(along, (d, g) => (double)d * g).Sum() / norm;
                double allowed = (Tolerance * Length(along)) + (Floor * length);
                Expect.True(
                    Math.Abs(difference - expected) <= allowed,
                    $"{net}: gradient of {tensor.Name} in a direction is {expected:G6}, the difference {difference:G6}, allowed {allowed:G3} off.");

                float[] Moved(int sign)
                {
                    float[] moved = [.. parameters];
                    for (int i = 0; i < direction.Length; i++)
                    {
                        moved[tensor.Offset + i] += (float)(sign * Step * direction[i] / norm);
                    }

                    return moved;
                }
            }
        }
    }

    private static double Length(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));
}
