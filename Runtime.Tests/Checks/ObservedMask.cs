using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Reads a dropout mask off the outputs of a training step, so that no check needs to know how the net draws it: the nets for these checks
/// have
/// one dropout layer, whose values are also the last values of the output and never 0 unless dropped.
/// </summary>
internal static class ObservedMask
{
    public static DropoutMask Read(ReferenceNet net, float[] outputs)
    {
        ReferenceNode dropout = net.Nodes.Single(node => node.Layer is DropoutLayer);
        int size = dropout.Layer.OutputSize;
        return (layer, sample, element) => outputs[((sample + 1) * net.OutputSize) - size + element] != 0;
    }
}
