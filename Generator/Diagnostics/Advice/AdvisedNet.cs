using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>A valid net as the rules of advice see it: the layers as declared, and the operations that each became.</summary>
internal sealed class AdvisedNet
{
    private readonly NetSpec _spec;
    private readonly LayerLabels _labels;
    private readonly ILookup<int, Operation> _operations;

    /// <param name="spec">The declaration.</param>
    /// <param name="declared">The layers.</param>
    /// <param name="lowered">Their operations, before any pass.</param>
    public AdvisedNet(NetSpec spec, NetGraph declared, Graph lowered)
    {
        _spec = spec;
        _labels = new LayerLabels(spec);
        _operations = lowered.Operations
            .Where(operation => operation is not ActivityPenalty)
            .ToLookup(operation => operation.Origin.Attribute);
        Graph = declared;
        Outputs = [.. declared.Outputs.SelectMany(output => Chain(output.Node))];
    }

    public NetGraph Graph { get; }

    /// <summary>
    /// The outputs, and the layers that only hand them on: behind the last that computes something while the net predicts.
    /// </summary>
    public IReadOnlyList<Node> Outputs { get; }

    /// <summary>The layer that computes an output.</summary>
    public Node LastComputing(NetOutput output) => Chain(output.Node).Last();

    /// <summary>What a layer computes.</summary>
    public IEnumerable<Operation> Operations(Node node) => _operations[node.Attribute];

    /// <summary>Whether a layer hands on what it reads while the net predicts.</summary>
    public bool HandsOn(Node node) => Operations(node).All(operation => operation.IsView || operation.InInference is null);

    /// <summary>The layer's activation, <c>Linear</c> where it could have one, or null where the kind has none.</summary>
    public string? Activation(Node node) => Operations(node).LastOrDefault() switch
    {
        Activate activate => activate.Activation.Name,
        WeightedOperation => "Linear",
        _ => null,
    };

    /// <summary>Whether the activation is a method of the user's: what it leaves is known to nobody else.</summary>
    public bool HasOwnActivation(Node node) => Operations(node).LastOrDefault() is Activate { Activation: UserActivation };

    public bool IsSoftmax(Node node) => Activation(node) == "Softmax";

    public bool IsGiven(int attribute, string argument) => Spec(attribute).Arguments.Any(given => given.Name == argument);

    public string Label(Node node) => _labels.Of(node.Attribute, node.Layer.Description);

    private AttributeSpec Spec(int attribute) => attribute == Problem.Compile ? _spec.Compile! : _spec.Layers[attribute];

    private IEnumerable<Node> Chain(Node node)
    {
        yield return node;
        while (node.Inputs.Count == 1 && HandsOn(node))
        {
            node = node.Inputs[0];
            yield return node;
        }
    }
}
