using System;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>A declared net and how to feed it.</summary>
/// <param name="type">The net.</param>
/// <param name="options">How to check it, instead of what its attribute says.</param>
internal sealed class NetCase(Type type, CheckedAttribute? options = null)
{
    private readonly CheckedAttribute _options = options ?? type.GetCustomAttribute<CheckedAttribute>() ?? new();
    private Func<NetUnderTest>? _create;

    public string Name => type.Name;

    public Type Type => type;

    public ReferenceNet Reference { get; } = ReferenceNet.Of(type);

    /// <summary>Whether weights, inputs and targets are small whole numbers, so that float computes exactly and ties are met.</summary>
    public bool WholeNumbers => _options.WholeNumbers;

    /// <summary>The width of the range of the inputs around 0.</summary>
    public float InputScale => _options.InputScale;

    /// <summary>Multiplies the tolerances: more than 1 where values are so large that float itself rounds them coarsely.</summary>
    public double Slack => _options.Slack;

    /// <summary>Whether the gradient of a tensor is 0, or small, by the net's nature.</summary>
    public bool HasSmallGradient(ReferenceTensor tensor) =>
        _options.SmallGradient is string name
        && (name.StartsWith('/') ? tensor.Name.EndsWith(name, StringComparison.Ordinal) : tensor.Name == name);

    /// <summary>The samples with which the net's sums are long.</summary>
    public int LongSums => _options.LongSums;

    /// <summary>Whether equal inputs would leave nothing of the net's output.</summary>
    public bool IsNormalizing => _options.IsNormalizing;

    /// <summary>The test that has the net instead of the catalogue, or null.</summary>
    public string? Elsewhere => _options.Elsewhere;

    /// <summary>Whether it steps with a loss of its own.</summary>
    public bool Trains => Reference.Loss is not null;

    /// <summary>Whether it takes gradients from outside, as every net with a trainer does.</summary>
    public bool TakesGradients => Reference.Trains;

    /// <summary>Whether it is declared to hand out the gradients of its inputs.</summary>
    public bool HasInputGradients => Reference.HasInputGradients;

    public bool HasNoise => Reference.Nodes.Any(node => node.Layer is NoiseLayer);

    /// <summary>Whether training drops values that the reference does not: its gradients are then compared with differences of its own losses.</summary>
    public bool HasHiddenNoise => Reference.Nodes.Any(node => node.Layer.HasHiddenNoise);

    /// <summary>The net to check: the emitted one, or what a test of the checks puts in its place.</summary>
    public Func<NetUnderTest> Create
    {
        get => _create ?? (() => EmittedNet.Of(type));
        init => _create = value;
    }

    public override string ToString() => Name;
}
