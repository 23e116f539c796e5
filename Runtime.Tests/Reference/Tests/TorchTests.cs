using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using StaticNets.Tests.Checks;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

/// <summary>The reference against the same nets written in PyTorch (tools/reference/net_reference.py), both in double.</summary>
public class TorchTests
{
    private const double Tolerance = 1e-11;
    private const int Count = 3;
    private const uint ProjectionSeed = 5000;

    private static readonly JsonElement s_nets =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "net-reference.json"))).RootElement;

    /// <summary>What is drawn at random, PyTorch draws otherwise.</summary>
    private static readonly string[] s_random =
        ["AlphaDropout", "Dropout", "GaussianDropout", "GaussianNoise", "SpatialDropout1D", "SpatialDropout2D"];

    /// <summary>The layers of all nets that are compared, those in blocks too.</summary>
    private static readonly AttributeArguments[] s_attributes = [.. s_nets.EnumerateObject().SelectMany(net => LayersOf(NetList.Named(net.Name).Type))];

    public static TheoryData<string> Names => [.. s_nets.EnumerateObject().Select(net => net.Name)];

    public static TheoryData<string> Layers => [.. LayerCatalogue.Kinds.Except(s_random)];

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    public static TheoryData<Loss> Losses => [.. Enum.GetValues<Loss>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void ReferenceAgreesWithTorch(string name)
    {
        JsonElement expected = s_nets.GetProperty(name);
        NetCase net = NetList.Named(name);
        double[] w = ReferenceBatch.Widen(NetData.Parameters(net));
        ReferenceBatch batch = NetData.Batch(net, Count, weighted: true).Wide;
        double[] outputs = [.. expected.GetProperty("outputs").EnumerateArray().Select(value => value.GetDouble())];
        AssertClose(outputs, net.Reference.Predict(w, batch.Inputs), 1);
        AssertClose([expected.GetProperty("loss").GetDouble()], [net.Reference.MeanLoss(w, batch, training: false)], 1);
        AssertClose([expected.GetProperty("penalty").GetDouble()], [net.Reference.Penalty(w, batch)], 1);
        CompareGradients([.. expected.GetProperty("gradients").EnumerateArray()], net, net.Reference.Gradient(w, batch));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void EveryLayerIsCompared(string kind) => Assert.Contains(s_attributes, attribute => attribute.Kind == kind);

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivationIsCompared(Activation activation) =>
        Assert.Contains(s_attributes, attribute => attribute.Value("Activation", default(Activation)) == activation);

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLossIsCompared(Loss loss) =>
        Assert.Contains(s_nets.EnumerateObject(), net => NetList.Named(net.Name).Reference.Losses.Any(output => output.Loss == loss));

    private static IEnumerable<AttributeArguments> LayersOf(Type type) => type.GetCustomAttributesData()
        .Where(data => data.AttributeType.IsSubclassOf(typeof(LayerAttribute)))
        .SelectMany(data => data.AttributeType.IsSubclassOf(typeof(BlockAttribute)) ? LayersOf(data.AttributeType) : [new AttributeArguments(data)]);

    private static void CompareGradients(List<JsonElement> expected, NetCase net, double[] gradient)
    {
        Assert.Equal(expected.Count, net.Reference.Tensors.Count);
        for (int t = 0; t < expected.Count; t++)
        {
            ReferenceTensor tensor = net.Reference.Tensors[t];
            double[] g = gradient.AsSpan(tensor.Offset, tensor.Length).ToArray();
            double projection = g.Select((value, i) => value * HashedValues.Value(ProjectionSeed + (uint)t, (uint)i, 2)).Sum();
            double largest = expected[t][1].GetDouble();
            bool isSmall = net.HasSmallGradient(tensor);
            Assert.True(largest > 0 || isSmall || !tensor.IsTrainable, $"{tensor.Name} has no gradient to compare.");
            AssertClose([expected[t][0].GetDouble(), largest], [projection, g.Max(Math.Abs)], g.Length * (isSmall ? gradient.Max(Math.Abs) : largest));
        }
    }

    private static void AssertClose(double[] expected, double[] actual, double scale)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * scale, $"[{i}] is {actual[i]:R} instead of {expected[i]:R}.");
        }
    }
}
