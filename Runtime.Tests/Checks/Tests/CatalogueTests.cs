using System;
using System.Linq;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference;
using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>That the catalogue and its data are worth checking on.</summary>
public class CatalogueTests
{
    /// <summary>A tensor whose gradient is smaller than this share of the net's largest would be compared loosely.</summary>
    private const double SmallestShare = 1e-4;

    /// <summary>Without the net that drops all, and the one whose activations are saturated.</summary>
    public static TheoryData<string> Nets => 
        [.. NetList.Trainable.Select(net => net.Name).Except([nameof(DropAll), nameof(ActExtreme)])];

    [Theory]
    [MemberData(nameof(Nets))]
    public void EveryTensorHasAGradientToCompare(string name)
    {
        NetCase net = NetList.Named(name);
        ReferenceBatch batch = NetData.ClearBatch(net, 13, weighted: true).Wide;
        double[] gradient = net.Reference.Gradient(ReferenceBatch.Widen(NetData.Parameters(net)), batch);
        double largest = gradient.Max(Math.Abs);
        Assert.All(net.Reference.Tensors.Where(tensor => tensor.IsTrainable && !net.HasSmallGradient(tensor)), tensor =>
        {
            double share = gradient.AsSpan(tensor.Offset, tensor.Length).ToArray().Max(Math.Abs) / largest;
            Assert.True(share >= SmallestShare, $"The gradient of {tensor.Name} is {share:E1} of the net's largest.");
        });
    }

    [Fact]
    public void NetsOutsideTheCatalogueAreElsewhere() =>
        Assert.All([typeof(ReferenceDigitNet), typeof(ReferenceDigitNetAdam)], type => Assert.DoesNotContain(NetList.All, net => net.Type == type));
}
