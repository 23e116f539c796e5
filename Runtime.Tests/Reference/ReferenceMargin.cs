using System;
using System.Linq;
using StaticNets.Tests.Reference.Losses;

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
        double[][][] values = ReferencePass.Forward(net, parameters, batch.Inputs, training: true);
        for (int sample = 0; sample < batch.Count; sample++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                ReferenceNode node = net.Nodes[i];
                margin = Math.Min(margin, node.Layer.Margin([.. node.Inputs.Select(input => values[input][sample])]));
                margin = Math.Min(margin, ReferenceActivityPenalty.Margin(node, values[i][sample]));
            }

            foreach (OutputLoss loss in net.Losses)
            {
                margin = Math.Min(margin, loss.Margin(values[loss.Node][sample], batch, sample));
            }
        }

        return margin;
    }
}
