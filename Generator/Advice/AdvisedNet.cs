using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Advice;

/// <summary>A valid net as the rules of advice see it.</summary>
internal sealed class AdvisedNet(NetSpec spec, NetGraph graph)
{
    public NetGraph Graph { get; } = graph;

    /// <summary>
    /// The outputs, and the layers that only hand them on: behind the last that computes something while the net predicts.
    /// </summary>
    public IReadOnlyList<Node> Outputs { get; } = [.. graph.Outputs.SelectMany(output => Chain(output.Node))];

    /// <summary>The layer that computes an output.</summary>
    public static Node LastComputing(NetOutput output) => Chain(output.Node).Last();

    /// <summary>The layer's activation, or null where the kind has none.</summary>
    public static string? Activation(Node node) => Activation(node.Layer);

    private static string? Activation(Layer layer) => layer switch
    {
        { Parts: { Count: > 0 } parts } => Activation(parts.Last(part => part.Layer is not JoinStepsLayer).Layer),
        WeightedLayer weighted => weighted.Activation,
        ActivationLayer activation => activation.Activation.Name,
        _ => null,
    };

    /// <summary>Whether the activation is a method of the user's: what it leaves is known to nobody else.</summary>
    public static bool HasOwnActivation(Node node) =>
        node.Layer is WeightedLayer { Applied: UserActivation } or ActivationLayer { Activation: UserActivation };

    public static bool IsSoftmax(Node node) => Activation(node) == "Softmax";

    public bool IsGiven(int attribute, string argument) => Spec(attribute).Arguments.Any(given => given.Name == argument);

    public string Label(Node node) => LayerLabel.Of(spec, node.Attribute, node.Layer.Description);

    public static Problem About(Node node, string id, string? argument, params string[] messageArguments) =>
        new(id, node.Attribute, argument, new EquatableArray<string>(messageArguments));

    /// <summary>A problem with an output's loss: in <c>[Compile]</c> or its <c>[Output]</c>.</summary>
    public static Problem AboutLoss(NetOutput output, string id, params string[] messageArguments) =>
        new(id, output.Attribute, "Loss", new EquatableArray<string>(messageArguments));

    public static Problem AboutCompile(string id, string argument, params string[] messageArguments) =>
        new(id, Problem.Compile, argument, new EquatableArray<string>(messageArguments));

    private AttributeSpec Spec(int attribute) => attribute == Problem.Compile ? spec.Compile! : spec.Layers[attribute];

    private static IEnumerable<Node> Chain(Node node)
    {
        yield return node;
        while ((node.Layer.IsView || node.Layer.IsAbsentFromInference) && node.Inputs.Count == 1)
        {
            node = node.Inputs[0];
            yield return node;
        }
    }
}
