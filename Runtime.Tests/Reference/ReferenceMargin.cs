using System;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>
/// How clearly a batch decides every ReLU, every maximum and every absolute error, relative to the values there. Within rounding of a tie
/// the gradient
/// may rightly go elsewhere in float, so batches for comparisons keep away from ties.
/// </summary>
internal static class ReferenceMargin
{
    public static double Of(ReferenceNet net, double[] parameters, ReferenceBatch batch)
    {
        double margin = double.PositiveInfinity;
        for (int sample = 0; sample < batch.Count; sample++)
        {
            double[][] values = ReferencePass.Forward(net, parameters, batch.Inputs, sample, null);
            foreach (ReferenceNode node in net.Nodes)
            {
                margin = Math.Min(margin, OfNode(node, values));
            }

            if (net.Loss == Loss.MeanAbsoluteError)
            {
                double[] errors = [.. values[^1].Select((y, i) => y - batch.Targets[(sample * net.OutputSize) + i])];
                margin = Math.Min(margin, Relative(errors));
            }
        }

        return margin;
    }

    private static double OfNode(ReferenceNode node, double[][] values) => node.Layer switch
    {
        ActivationLayer { Activation: Activation.Relu or Activation.LeakyRelu } => Relative(values[node.Inputs[0]]),
        MaxPooling2DLayer pooling => pooling.SmallestLead(values[node.Inputs[0]]) / values[node.Inputs[0]].Max(Math.Abs),
        _ => double.PositiveInfinity,
    };

    private static double Relative(double[] x) => x.Min(Math.Abs) / x.Max(Math.Abs);
}
