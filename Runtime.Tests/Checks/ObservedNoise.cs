using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Reads what a noise layer drew off the outputs of a training step, so that no check needs to know how the net draws it: the nets for these checks have
/// one such layer, whose values are also the last values of the output, and whose input is never 0.
/// </summary>
internal static class ObservedNoise
{
    public static NoiseDraw Read(ReferenceNet net, double[] parameters, CheckBatch batch, float[] outputs)
    {
        (NoiseLayer noise, int input) = Layer(net);
        double[][] x = ReferencePass.Forward(net, parameters, ReferenceBatch.Widen(batch.Inputs), training: true)[input];
        return (layer, sample, place) => noise.Observe(x[sample][place], outputs[((sample + 1) * net.OutputSize) - noise.OutputSize + place]);
    }

    /// <summary>The net's one noise layer, and the node that it reads.</summary>
    public static (NoiseLayer Layer, int Input) Layer(ReferenceNet net)
    {
        ReferenceNode node = net.Nodes.Single(node => node.Layer is NoiseLayer);
        return ((NoiseLayer)node.Layer, node.Inputs[0]);
    }
}
