using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>Turns the attributes of a class into nodes, in source order.</summary>
internal sealed class ReferenceGraphBuilder
{
    private readonly List<ReferenceNode> _nodes = [];
    private readonly Dictionary<string, int> _byName = [];
    private readonly KerasNames _names = new();
    private readonly ReferenceMasks _masks = new();
    private int _inputSize;
    private int _parameterCount;

    public static IReadOnlyList<ReferenceNode> Build(Type netClass)
    {
        ReferenceGraphBuilder builder = new();
        foreach (CustomAttributeData attribute in netClass.GetCustomAttributesData())
        {
            if (attribute.AttributeType == typeof(InputAttribute))
            {
                builder.AddInput(new AttributeArguments(attribute));
            }
            else if (attribute.AttributeType.IsSubclassOf(typeof(LayerAttribute)))
            {
                builder.AddLayer(new AttributeArguments(attribute), attribute.AttributeType.IsSubclassOf(typeof(MergeAttribute)));
            }
        }

        return builder._nodes;
    }

    private void AddInput(AttributeArguments attribute)
    {
        string name = attribute.Value<string?>("Name", null) ?? _names.Next("InputLayer");
        InputLayer layer = new(attribute.Integers("shape"), _inputSize);
        _inputSize += layer.OutputSize;
        Add(name, layer, []);
        _byName.Add(name, _nodes.Count - 1);
    }

    private void AddLayer(AttributeArguments attribute, bool isMerge)
    {
        string name = attribute.Value<string?>("Name", null) ?? _names.Next(attribute.Kind);
        int[] inputs = isMerge ? MergeInputs(attribute) : [Above(attribute)];
        if (attribute.Kind == "Masking")
        {
            Add(name + "_mask", new StepMaskLayer(_nodes[inputs[0]].Layer.OutputShape, attribute.Value("maskValue", 0.0)), inputs);
            inputs = [inputs[0], _nodes.Count - 1];
        }

        ReferenceLayer layer = LayerCatalogue.Read(attribute, [.. inputs.Select(input => _nodes[input].Layer.OutputShape)]);
        int[] masks = attribute.Kind is "MultiHeadAttention" or "GlobalAveragePooling1D" ? _masks.Of(inputs[^1]) : [];
        if (masks.Length > 0 && attribute.Kind == "GlobalAveragePooling1D")
        {
            layer = new MaskedAverageLayer(_nodes[inputs[0]].Layer.OutputShape, layer.OutputShape);
        }

        Add(name, layer, [.. inputs, .. masks], attribute.Value("Frozen", false));
        _masks.Add(_nodes.Count - 1, attribute, inputs, layer);
        Activation fused = attribute.Value("Activation", Activation.Linear);
        if (layer is not ActivationLayer && fused != Activation.Linear)
        {
            Add(name, new ActivationLayer(layer.OutputShape, fused), [_nodes.Count - 1]);
            _masks.Add(_nodes.Count - 1, attribute, [_nodes.Count - 2], layer);
        }

        _byName.Add(name, _nodes.Count - 1);
    }

    private void Add(string name, ReferenceLayer layer, int[] inputs, bool frozen = false)
    {
        ReferenceNode node = new(name, layer, inputs, _parameterCount) { IsFrozen = frozen };
        _parameterCount += node.WeightCount;
        _nodes.Add(node);
    }

    private int Above(AttributeArguments attribute) =>
        attribute.Value<string?>("From", null) is string from ? _byName[from] : _nodes.Count - 1;

    private int[] MergeInputs(AttributeArguments attribute)
    {
        int[] named = [.. attribute.Texts("inputs").Select(name => _byName[name])];
        return named.Length switch
        {
            0 => [Above(attribute)],
            1 => [Above(attribute), named[0]],
            _ => named,
        };
    }
}
