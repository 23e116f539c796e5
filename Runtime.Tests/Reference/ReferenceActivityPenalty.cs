using System;
using System.Linq;

namespace StaticNets.Tests.Reference;

/// <summary>
/// <c>(l1 sum |y| + l2 sum y^2) / B</c> over the outputs of a batch of B samples, and its gradient <c>(l1 sign(y) + 2 l2 y) / B</c>, where the sign of 0 is 0.
/// </summary>
internal static class ReferenceActivityPenalty
{
    public static double Value(ReferenceNet net, double[] parameters, ReferenceBatch batch)
    {
        if (!net.HasActivityPenalty)
        {
            return 0;
        }

        double[][][] values = ReferencePass.Forward(net, parameters, batch.Inputs, training: true);
        return net.Nodes.Select((node, i) => values[i].Sum(sample => sample.Sum(y => (node.ActivityL1 * Math.Abs(y)) + (node.ActivityL2 * y * y)))).Sum() / batch.Count;
    }

    public static void AddGradient(ReferenceNet net, double[][][] values, double scale, double[][][] gradients)
    {
        for (int i = 0; i < values.Length; i++)
        {
            ReferenceNode node = net.Nodes[i];
            for (int sample = 0; node.HasActivityPenalty && sample < values[i].Length; sample++)
            {
                for (int k = 0; k < values[i][sample].Length; k++)
                {
                    double y = values[i][sample][k];
                    gradients[i][sample][k] += scale / values[i].Length * ((node.ActivityL1 * Math.Sign(y)) + (2 * node.ActivityL2 * y));
                }
            }
        }
    }

    /// <summary>How clearly the signs of an output are decided. What is exactly 0 was set to it, by a ReLU, whose own margin tells.</summary>
    public static double Margin(ReferenceNode node, double[] y)
    {
        double[] signed = [.. y.Where(value => value != 0)];
        return node.ActivityL1 == 0 || signed.Length == 0 ? double.PositiveInfinity : ReferenceLayer.RelativeDistance(signed);
    }
}
