using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Checks;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference.Layers;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

/// <summary>
/// The reference's gradients against central differences of its loss: each net of the catalogue, and between them each layer, activation
/// and loss.
/// </summary>
public class FiniteDifferenceTests
{
    private const double Step = 2e-6;
    private const double Tolerance = 1e-7;
    private const int Count = 3;
    private const int WeightsATensor = 6;

    /// <summary>Without the net whose functions are steps, with derivatives of its own.</summary>
    public static TheoryData<string> Nets => [.. NetList.Trainable.Select(net => net.Name).Except([nameof(CustomStraight)])];

    [Theory]
    [MemberData(nameof(Nets))]
    public void GradientsAgreeWithDifferences(string name)
    {
        NetCase listed = NetList.Named(name);
        NetCase net = new(listed.Type, new CheckedAttribute());
        NoiseDraw draw = (layer, sample, place) => Math.Min(1, HashedValues.Label(7, (uint)((sample * 1000) + place), 3));
        ReferenceNet reference = ReferenceNet.Of(listed.Type, draw);
        double[] w = ReferenceBatch.Widen(NetData.Parameters(net));
        ReferenceBatch batch = NetData.ClearBatch(net, Count, weighted: true).Wide;
        double[] gradient = reference.Gradient(w, batch);
        double scale = Math.Max(1e-2, gradient.Max(Math.Abs));
        foreach (ReferenceTensor tensor in reference.Tensors.Where(tensor => tensor.IsTrainable))
        {
            for (int i = 0; i < WeightsATensor; i++)
            {
                int index = tensor.Offset + HashedValues.Label((uint)i, (uint)tensor.Offset, tensor.Length);
                double difference = GradientCheck.Difference(reference, w, batch, index, Step);
                Assert.True(
                    Math.Abs(difference - gradient[index]) <= Tolerance * scale,
                    $"{tensor.Name}: gradient {index} is {gradient[index]:R}, the difference {difference:R}.");
            }
        }
    }

    [Fact]
    public void CatalogueHoldsEveryLayerActivationLossAndOptimizer()
    {
        List<ReferenceNode> nodes = [.. NetList.Trainable.SelectMany(net => net.Reference.Nodes)];
        HashSet<string> kinds = [.. NetList.Trainable.SelectMany(net => net.Type.GetCustomAttributesData()).Select(data => data.AttributeType.Name)];
        HashSet<Activation> activations = [.. nodes.Select(node => node.Layer).OfType<ActivationLayer>().Select(layer => layer.Activation)];
        Assert.All(LayerCatalogue.Kinds, kind => Assert.Contains(kind + "Attribute", kinds));
        Assert.Equal(Enum.GetValues<Activation>(), activations.Where(Enum.IsDefined).Order());
        IEnumerable<Optimizer> optimizers = NetList.Trainable.Select(net => net.Type.GetCustomAttribute<CompileAttribute>()!.Optimizer);
        Assert.Equal(Enum.GetValues<Optimizer>(), optimizers.Distinct().Order());
        Assert.Equal(Enum.GetValues<Loss>(), NetList.Trainable.Select(net => net.Reference.Loss!.Value).Where(loss => Enum.IsDefined(loss)).Distinct().Order());
    }
}
