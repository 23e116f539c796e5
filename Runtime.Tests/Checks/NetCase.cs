using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>A declared net and how to feed it.</summary>
internal sealed class NetCase(Type type)
{
    private Func<NetUnderTest>? _create;

    public string Name => type.Name;

    public Type Type => type;

    public ReferenceNet Reference { get; } = ReferenceNet.Of(type);

    /// <summary>Whether weights, inputs and targets are small whole numbers, so that float computes exactly and ties are met.</summary>
    public bool WholeNumbers { get; init; }

    /// <summary>The width of the range of the inputs around 0.</summary>
    public float InputScale { get; init; } = 2;

    /// <summary>Multiplies the tolerances: more than 1 where values are so large that float itself rounds them coarsely.</summary>
    public double Slack { get; init; } = 1;

    public bool Trains => Reference.Loss is not null;

    public bool HasDropout => Reference.Nodes.Any(node => node.Layer is DropoutLayer);

    /// <summary>The net to check: the emitted one, or what a test of the checks puts in its place.</summary>
    public Func<NetUnderTest> Create
    {
        get => _create ?? (() => EmittedNet.Of(type));
        init => _create = value;
    }

    public override string ToString() => Name;
}
