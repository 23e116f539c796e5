using System.Collections.Generic;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>A graph in the making: the operations so far, the masks of their results, and the names that are taken.</summary>
internal sealed class LoweredNet(string convolution)
{
    /// <summary>The algorithm of convolutions that don't name one: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public string Convolution { get; } = convolution;

    private readonly List<Operation> _operations = new();
    private readonly Dictionary<Value, Value> _masks = new();
    private readonly HashSet<string> _names = new();

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>What counts of a value's steps, or null where all do.</summary>
    public Value? MaskOf(Value value) => _masks.TryGetValue(value, out Value? mask) ? mask : null;

    public void SetMask(Value value, Value mask) => _masks[value] = mask;

    /// <summary>Adds an operation whose result has a shape and, if it is still free, a name.</summary>
    public Value Add(Operation operation, string name, Shape shape, ValueRole role = ValueRole.Activation)
    {
        string unique = name;
        for (int i = 2; !_names.Add(unique); i++)
        {
            unique = name + "_" + Emit.Literal.Int(i);
        }

        var result = new Value(unique, shape, role);
        _operations.Add(operation with { Result = result });
        return result;
    }

    /// <summary>
    /// The mask of values that are merged: steps count where they count in all of them. One step that a merge repeats for all has no say.
    /// </summary>
    public Value? CommonMask(IReadOnlyList<Value> values, Shape shape, Origin origin, string name)
    {
        Value? common = null;
        foreach (Value value in values)
        {
            if (MaskOf(value) is not { } mask || value.Shape[0] != shape[0] || mask == common)
            {
                continue;
            }

            common = common is null
                ? mask
                : Add(
                    new Merge { Function = MergeFunction.Multiply, Merged = [common, mask], Origin = origin },
                    name + "_mask",
                    mask.Shape,
                    ValueRole.Mask);
        }

        return common;
    }
}
