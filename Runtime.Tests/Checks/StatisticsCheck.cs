using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>Moving averages after an update: those of the reference's batch statistics, taken in once for each batch, and not without an update.</summary>
internal static class StatisticsCheck
{
    private const double Tolerance = 1e-5;
    private const int Count = 13;

    public static bool AppliesTo(NetCase net) => net.Trains && net.Reference.Nodes.Any(node => node.Layer is BatchNormalizationLayer);

    public static void Run(NetCase net)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Threads = 2 });
        trainer.ComputeGradients(NetData.Batch(net, Count, 1).Narrow);
        CheckBatch batch = NetData.Batch(net, Count, 2);
        trainer.ComputeGradients(batch.Narrow);
        trainer.ApplyGradients();
        float[] updated = tested.Parameters.ToArray();
        double[] w = ReferenceBatch.Widen(parameters);
        double[][][] values = ReferencePass.Forward(net.Reference, w, ReferenceBatch.Widen(batch.Inputs), training: true);
        foreach (ReferenceNode node in net.Reference.Nodes.Where(node => node.Layer is BatchNormalizationLayer))
        {
            var layer = (BatchNormalizationLayer)node.Layer;
            (double[] mean, double[] variance) = layer.OfBatch([.. node.Inputs.Select(input => values[input])]);
            Compare(net, node, "moving_mean", layer, mean, w, updated);
            Compare(net, node, "moving_variance", layer, variance, w, updated);
        }

        // Nothing new to take in.
        float[] before = Moving(net, updated);
        trainer.ApplyGradients();
        Expect.SameBits(before, Moving(net, tested.Parameters.ToArray()), $"{net}: moving averages after an update without a batch");
    }

    private static void Compare(
        NetCase net, ReferenceNode node, string name, BatchNormalizationLayer layer, double[] ofBatch, double[] before, float[] after)
    {
        ReferenceTensor tensor = net.Reference.Tensors.Single(tensor => tensor.Name == node.Name + "/" + name);
        double[] expected = [.. ofBatch.Select((value, c) =>
            layer.IsFrozen ? before[tensor.Offset + c] : (before[tensor.Offset + c] * layer.Momentum) + (value * (1 - layer.Momentum)))];
        Expect.Close(expected, after.AsSpan(tensor.Offset, tensor.Length), Tolerance, $"{net}: {tensor.Name} after an update");
    }

    private static float[] Moving(NetCase net, float[] parameters) =>
        [.. net.Reference.Tensors.Where(tensor => tensor.Name.Contains("/moving_")).SelectMany(tensor => parameters.Skip(tensor.Offset).Take(tensor.Length))];
}
