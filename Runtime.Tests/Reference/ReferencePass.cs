using System;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>A batch through all nodes, forward and backward, layer by layer.</summary>
internal static class ReferencePass
{
    /// <summary>All nodes' values: [node][sample].</summary>
    public static double[][][] Forward(ReferenceNet net, double[] parameters, double[] inputs, bool training)
    {
        double[][] x = [.. inputs.Chunk(net.InputSize)];
        double[][][] values = new double[net.Nodes.Count][][];
        for (int i = 0; i < values.Length; i++)
        {
            ReferenceNode node = net.Nodes[i];
            double[][][] read = node.Layer is InputLayer ? [x] : ValuesOf(node, values);
            values[i] = node.Layer.ForwardBatch(read, x.Length, WeightsOf(node, parameters), training);
        }

        return values;
    }

    /// <summary>Takes the nodes' gradients from the last to the first and adds the weights' to <paramref name="dw"/>.</summary>
    /// <param name="net">The net.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="values">The nodes' values of the forward pass in training.</param>
    /// <param name="gradients">The nodes' gradients: that of the loss at its node, else 0.</param>
    /// <param name="dw">Laid out as the parameters.</param>
    public static void Backward(ReferenceNet net, double[] parameters, double[][][] values, double[][][] gradients, double[] dw)
    {
        for (int i = values.Length - 1; i >= 0; i--)
        {
            ReferenceNode node = net.Nodes[i];
            if (node.Layer is InputLayer)
            {
                continue;
            }

            Span<double> weightGradient = dw.AsSpan(node.WeightOffset, node.WeightCount);
            double[][][] dx = node.Layer.BackwardBatch(
                ValuesOf(node, values), values[i], gradients[i], WeightsOf(node, parameters), weightGradient);
            for (int j = 0; j < dx.Length; j++)
            {
                AddTo(gradients[node.Inputs[j]], dx[j]);
            }
        }
    }

    private static ReadOnlySpan<double> WeightsOf(ReferenceNode node, double[] parameters) =>
        parameters.AsSpan(node.WeightOffset, node.WeightCount);

    private static double[][][] ValuesOf(ReferenceNode node, double[][][] values) => [.. node.Inputs.Select(input => values[input])];

    private static void AddTo(double[][] sums, double[][] values)
    {
        for (int sample = 0; sample < sums.Length; sample++)
        {
            for (int i = 0; i < sums[sample].Length; i++)
            {
                sums[sample][i] += values[sample][i];
            }
        }
    }
}
