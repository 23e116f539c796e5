using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>
/// An activation as a layer of its own: <c>[Activation]</c>, or a kind of layer that is an activation with parameters. Passes fuse cheap
/// ones into the layer before, and split costly ones off it.
/// </summary>
internal sealed class ActivationLayer(Activation activation, string kind = "Activation", string? description = null) : Layer
{
    public override string Kind => kind;

    public override string Description => description ?? $"{kind}({Activation.Name})";

    public Activation Activation { get; } = activation;

    /// <summary>The axes that the user asked for, where the kind has such an argument.</summary>
    public LastAxes? Axes { get; init; }

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) =>
        new ActivationLayer(ActivationReader.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        Axes is { } axes && axes.Of(inputs[0], this, problems) is null ? null : inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Activate { X = lowering.X, Activation = Activation }, shape);
}
