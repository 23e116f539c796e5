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
    private int _above = -1;
    private readonly List<AttributeArguments> _wrappers = [];
    private int _inputSize;
    private int _parameterCount;

    public static (IReadOnlyList<ReferenceNode> Nodes, IReadOnlyDictionary<string, int> ByName, ReferenceMasks Masks) Build(Type netClass)
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
                builder.AddAttribute(attribute, null);
            }
        }

        return (builder._nodes, builder._byName, builder._masks);
    }

    private void AddAttribute(CustomAttributeData attribute, ReferenceBlock? block)
    {
        AttributeArguments arguments = new(attribute, block);
        if (attribute.AttributeType.IsSubclassOf(typeof(BlockAttribute)))
        {
            AddBlock(Made(attribute), arguments, block);
        }
        else if (attribute.AttributeType.IsSubclassOf(typeof(WrapperAttribute)))
        {
            _wrappers.Add(arguments);
        }
        else
        {
            AddLayer(arguments, attribute.AttributeType.IsSubclassOf(typeof(MergeAttribute)), block);
        }
    }

    /// <summary>The block's attribute itself: its constructor says what it makes of its arguments.</summary>
    private static BlockAttribute Made(CustomAttributeData attribute)
    {
        BlockAttribute block = (BlockAttribute)attribute.Constructor.Invoke([.. attribute.ConstructorArguments.Select(argument => argument.Value)]);
        foreach (CustomAttributeNamedArgument argument in attribute.NamedArguments)
        {
            ((PropertyInfo)argument.MemberInfo).SetValue(block, argument.TypedValue.Value);
        }

        return block;
    }

    private void AddBlock(BlockAttribute made, AttributeArguments use, ReferenceBlock? outer)
    {
        string? given = use.Value<string?>("Name", null);
        for (int repetition = 0; repetition < made.Repeat; repetition++)
        {
            string own = given is null ? (outer?.Names ?? _names).Next(use.Kind) : repetition == 0 ? given : FormattableString.Invariant($"{given}_{repetition}");
            string name = InBlock(outer, own);
            int input = repetition == 0 && use.Given("From") ? Find(outer, use.Value("From", "")) : _above;
            int strides = repetition == 0 ? Replace(outer, made.Strides) : 1;
            ReferenceBlock block = new(name, input, Replace(outer, made.Filters), strides, made.Frozen, outer);
            _above = input;
            foreach (CustomAttributeData layer in made.GetType().GetCustomAttributesData().Where(data => data.AttributeType.IsSubclassOf(typeof(LayerAttribute))))
            {
                AddAttribute(layer, block);
            }

            _byName[name] = _above;
            if (given is not null)
            {
                _byName[InBlock(outer, given)] = _above;
            }
        }
    }

    private static int Replace(ReferenceBlock? block, int value) => block?.Replace(value) ?? value;

    private static string InBlock(ReferenceBlock? block, string name) => block is null ? name : block.Name + "_" + name;

    private int Find(ReferenceBlock? block, string name)
    {
        if (name == Block.Input && block is not null)
        {
            return block.Input;
        }

        string? inner = ReferenceBlock.Around(block).Select(around => InBlock(around, name)).FirstOrDefault(_byName.ContainsKey);
        return _byName[inner ?? name];
    }

    private void AddInput(AttributeArguments attribute)
    {
        string name = attribute.Value<string?>("Name", null) ?? _names.Next("InputLayer");
        InputLayer layer = new(attribute.Integers("shape"), _inputSize);
        _inputSize += layer.OutputSize;
        Add(name, layer, []);
        _byName.Add(name, _nodes.Count - 1);
        _above = _nodes.Count - 1;
    }

    private void AddLayer(AttributeArguments attribute, bool isMerge, ReferenceBlock? block)
    {
        AttributeArguments[] wrappers = [.. _wrappers];
        _wrappers.Clear();
        AttributeArguments outer = wrappers.Append(attribute).First();
        string name = NameOf(outer, block);
        int[] inputs = isMerge ? MergeInputs(attribute, block) : [Above(outer, block)];
        if (attribute.Kind == "Masking")
        {
            Add(name + "_mask", new StepMaskLayer(_nodes[inputs[0]].Layer.OutputShape[..^1], attribute.Value("maskValue", 0.0)), inputs);
            inputs = [inputs[0], _nodes.Count - 1];
        }

        bool frozen = outer.Value("Frozen", false) || attribute.Value("Frozen", false) || block is { IsFrozen: true };
        int[] masks = ReferenceMasks.AreReadBy(attribute, frozen) ? _masks.Of(ReferenceMasks.ReadFrom(attribute, inputs)) : [];
        int sequences = wrappers.Count(wrapper => wrapper.Kind == "TimeDistributed");
        masks = [.. masks.Where(mask => _nodes[mask].Layer.OutputShape.Length > sequences)];
        int[][] shapes = [.. inputs.Select(input => _nodes[input].Layer.OutputShape)];
        ReferenceLayer layer = Read(wrappers, attribute, block, shapes, masks.Length > 0);
        if (layer is BatchNormalizationLayer normalization)
        {
            normalization.IsFrozen = frozen;
        }

        int[]? ofSteps = sequences > 0 ? OfSteps(name, attribute, inputs[0], sequences) : null;
        Add(name, layer, [.. inputs, .. masks], frozen);
        _masks.Add(_nodes.Count - 1, attribute, inputs, ofSteps, _nodes);
        foreach (int mask in ReferenceMasks.Clear(attribute) ? _masks.Of(inputs[0]) : [])
        {
            Add(name, new MaskingLayer(layer.OutputShape), [_nodes.Count - 1, mask]);
            _masks.Add(_nodes.Count - 1, attribute, [inputs[0]], null, _nodes);
        }

        Activation fused = attribute.Activation("Activation", Activation.Linear);
        if (attribute.Kind != "Activation" && !layer.AppliesActivation && fused != Activation.Linear)
        {
            Add(name, new ActivationLayer(layer.OutputShape, fused), [_nodes.Count - 1]);
            _masks.Add(_nodes.Count - 1, attribute, [_nodes.Count - 2], _masks.Of(_nodes.Count - 2), _nodes);
        }

        _nodes[^1] = _nodes[^1] with
        {
            ActivityL1 = outer.Value("ActivityL1", 0.0) + (attribute.Kind == "ActivityRegularization" ? attribute.Value("L1", 0.0) : 0),
            ActivityL2 = outer.Value("ActivityL2", 0.0) + (attribute.Kind == "ActivityRegularization" ? attribute.Value("L2", 0.0) : 0),
        };
        _byName.Add(name, _nodes.Count - 1);
        _above = _nodes.Count - 1;
    }

    /// <summary>The layer, in those that wrap it from the outermost to the innermost.</summary>
    private ReferenceLayer Read(ReadOnlySpan<AttributeArguments> wrappers, AttributeArguments attribute, ReferenceBlock? block, int[][] shapes, bool masked)
    {
        if (wrappers.IsEmpty)
        {
            ReferenceLayer layer = LayerCatalogue.Read(attribute, shapes);
            return masked && attribute.Kind == "GlobalAveragePooling1D" ? new MaskedAverageLayer(shapes[0], layer.OutputShape) : layer;
        }

        string name = NameOf(wrappers.Length > 1 ? wrappers[1] : attribute, block);
        return wrappers[0].Kind == "Bidirectional"
            ? BidirectionalLayer.Read(wrappers[0], attribute, name, shapes[0])
            : new TimeDistributedLayer(Read(wrappers[1..], attribute, block, [shapes[0][1..]], masked), name, shapes[0][0]);
    }

    /// <summary>The masks behind wrappers for steps: where their layer ends them, a step counts if any part of it does.</summary>
    private int[] OfSteps(string name, AttributeArguments attribute, int input, int sequences)
    {
        int[] masks = _masks.Of(input);
        if (ReferenceMasks.ArePassedBy(attribute) || masks.All(mask => _nodes[mask].Layer.OutputShape.Length <= sequences))
        {
            return masks;
        }

        Add(name + "_mask", new StepMaskLayer(_nodes[masks.Single()].Layer.OutputShape[..sequences], 0), masks);
        return [_nodes.Count - 1];
    }

    private void Add(string name, ReferenceLayer layer, int[] inputs, bool frozen = false)
    {
        ReferenceNode node = new(name, layer, inputs, _parameterCount) { IsFrozen = frozen };
        _parameterCount += node.WeightCount;
        _nodes.Add(node);
    }

    private string NameOf(AttributeArguments attribute, ReferenceBlock? block) =>
        InBlock(block, attribute.Value<string?>("Name", null) ?? (block?.Names ?? _names).Next(attribute.Kind));

    private int Above(AttributeArguments attribute, ReferenceBlock? block) =>
        attribute.Value<string?>("From", null) is string from ? Find(block, from) : _above;

    private int[] MergeInputs(AttributeArguments attribute, ReferenceBlock? block)
    {
        int[] named = [.. attribute.Texts("inputs").Select(name => Find(block, name))];
        return named.Length switch
        {
            0 => [Above(attribute, block)],
            1 => [Above(attribute, block), named[0]],
            _ => named,
        };
    }
}
