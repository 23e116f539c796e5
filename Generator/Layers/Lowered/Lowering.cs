using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Merging;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>A layer, or a part of one, while it becomes operations: what it reads, and where they go.</summary>
internal sealed class Lowering
{
    private readonly LoweredNet _net;

    /// <summary>The axes in front of the operands' own, each of whose positions is a sample to the layer.</summary>
    private readonly IReadOnlyList<int> _steps;

    public Lowering(LoweredNet net, string name, Origin origin, IReadOnlyList<Value> inputs, IReadOnlyList<string> files)
        : this(net, name, origin, inputs, files, [])
    {
    }

    private Lowering(
        LoweredNet net,
        string name,
        Origin origin,
        IReadOnlyList<Value> inputs,
        IReadOnlyList<string> files,
        IReadOnlyList<int> steps)
    {
        _net = net;
        _steps = steps;
        Name = name;
        Origin = origin;
        Inputs = inputs;
        Files = files;
    }

    /// <summary>What results are called, with suffixes where there are several.</summary>
    public string Name { get; }

    public Origin Origin { get; }

    public IReadOnlyList<Value> Inputs { get; }

    /// <summary>The only input, or the first.</summary>
    public Value X => Inputs[0];

    /// <summary>What files call the layer's weights, in Keras' order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The layer's weights in Keras' order; none where it is made of others, which have them.</summary>
    public IReadOnlyList<Weight> Weights { get; private init; } = [];

    /// <summary>The algorithm of convolutions that don't name one.</summary>
    public Shared.ConvolutionAlgorithm Convolution => _net.Convolution;

    /// <summary>
    /// Which steps of an input count, or null where all do. Inside the steps of a sequence only what tells parts of them apart.
    /// </summary>
    public Value? Mask(int input = 0) => _net.MaskOf(Inputs[input]) is { } mask && mask.Shape.Rank > _steps.Count ? mask : null;

    /// <summary>A weight by its number, or null for a negative one.</summary>
    public Weight? Weight(int number) => number < 0 ? null : Weights[number];

    /// <summary>The bias behind a kernel and what else comes before it, or null where the layer has none.</summary>
    public Weight? Bias(int number = 1) => Weights.Count > number ? Weights[number] : null;

    /// <summary>Adds an operation whose result has a shape; a shape is that of one step where the layer goes step by step.</summary>
    public Value Add(Operation operation, Shape shape, string suffix = "", ValueRole role = ValueRole.Activation)
    {
        int steps = _steps.Aggregate(1, (product, axis) => product * axis);
        var whole = new Shape([.. _steps, .. shape.Dimensions]);
        return _net.Add(operation with { Origin = Origin, Steps = steps }, Name + suffix, whole, role);
    }

    /// <summary>Adds an input of the net.</summary>
    public Value AddInput(Shape shape) => _net.AddInput(Name, shape, Origin);

    /// <summary>The activation of a value, which is the value itself where the activation does nothing.</summary>
    public Value Activate(Value value, Activation activation) => activation.IsLinear
        ? value
        : _net.Add(
            new Activate { X = value, Activation = activation, Origin = Origin },
            $"{Name}_{ActivationReader.Snake(activation)}",
            value.Shape);

    /// <summary>Lowers a layer here, with its weights and the masks that it hands on.</summary>
    public Value Lower(Layer layer, Shape shape)
    {
        Value result = layer.Lower(layer.Parts.Count > 0 ? this : WithWeights(layer), shape);
        if (layer.PassesMask && result != X)
        {
            PassMask(result, layer is MergeLayer);
        }

        return result;
    }

    /// <summary>Lowers the layers that a layer is made of, and returns the result of the last.</summary>
    public Value LowerParts(Layer layer)
    {
        var results = new Dictionary<LayerPart, Value>();
        Value last = X;
        int weights = 0;
        foreach (LayerPart part in layer.Parts)
        {
            IReadOnlyList<Value> inputs = part.Inputs.Count > 0 ? [.. part.Inputs.Select(input => results[input])]
                : part.WholeInputs is { } places ? [.. places.Select(place => Inputs[place])]
                : Inputs;
            string[] files = [.. Files.Skip(weights).Take(part.Layer.Weights.Count)];
            weights += files.Length;
            part.Layer.IsFrozen = layer.IsFrozen;
            last = Part(part.Suffix, inputs, files).Lower(part.Layer, part.Shape);
            results.Add(part, last);
        }

        return last;
    }

    /// <summary>Lets a result have the mask of what the layer reads: of its first input or, of a merge, what all have in common.</summary>
    private void PassMask(Value result, bool isMerge)
    {
        IEnumerable<Value> masked = isMerge ? Inputs.Where(input => input.Shape.Rank == result.Shape.Rank) : [X];
        if (_net.CommonMask(masked, result.Shape, Origin, Name) is { } mask && mask.Shape.Rank > _steps.Count)
        {
            _net.SetMask(result, mask);
        }
    }

    /// <summary>Gives a result a mask.</summary>
    public void SetMask(Value result, Value mask) => _net.SetMask(result, mask);

    /// <summary>
    /// The same for a layer that has its weights itself; those of a frozen one are not trained, and their penalty does not count.
    /// </summary>
    private Lowering WithWeights(Layer layer)
    {
        Weight[] weights =
        [
            .. layer.Weights.Select((tensor, i) => new Weight(
                Name,
                Files[i],
                layer.IsFrozen ? tensor with { IsTrainable = false, Penalty = default, Orthogonality = null } : tensor)),
        ];
        _net.Weights.AddRange(weights);
        return new(_net, Name, Origin, Inputs, Files, _steps) { Weights = weights };
    }

    /// <summary>The same for a layer that this one is made of.</summary>
    private Lowering Part(string suffix, IReadOnlyList<Value> inputs, IReadOnlyList<string> files) =>
        new(_net, $"{Name}_{suffix}", Origin, inputs, files, _steps);

    /// <summary>The same for a layer that takes each position of the first axis for a sample.</summary>
    public Lowering ForEachStep(string suffix) => new(_net, $"{Name}_{suffix}", Origin, Inputs, Files, [.. _steps, X.Shape[_steps.Count]]);

    /// <summary>
    /// Gives the result of a layer that took steps for samples a mask: the one that it has or, where that has ended, what is left of the
    /// sequence's. A step counts if any part of it does.
    /// </summary>
    public void JoinMask(Value result)
    {
        if (_net.MaskOf(result) is null && Mask() is { } whole)
        {
            var steps = new Shape([.. whole.Shape.Dimensions.Take(_steps.Count + 1)]);
            _net.SetMask(result, whole.Shape.Equals(steps)
                ? whole
                : _net.Add(new MaskSteps { X = whole, MaskValue = 0, Origin = Origin }, Name + "_mask", steps, ValueRole.Mask));
        }
    }
}
