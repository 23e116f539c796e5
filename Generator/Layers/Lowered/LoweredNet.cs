using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>A graph in the making: the operations so far, the masks of their results, and the names that are taken.</summary>
internal sealed class LoweredNet(Shared.ConvolutionAlgorithm convolution, int sampleSize)
{
    private int _inputs;

    /// <summary>The algorithm of convolutions that don't name one: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public Shared.ConvolutionAlgorithm Convolution { get; } = convolution;

    private readonly List<Operation> _operations = new();
    private readonly Dictionary<Value, Value> _masks = new();
    private readonly HashSet<string> _names = new();

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>The weights so far, in the order of the parameter block.</summary>
    public List<Weight> Weights { get; } = new();

    /// <summary>Adds an input of the net, which stands in each sample behind those before.</summary>
    public Value AddInput(string name, Shape shape, Origin origin)
    {
        var input = new Input { Offset = _inputs, SampleSize = sampleSize, Origin = origin };
        _inputs += shape.Size;
        return Add(input, name, shape, ValueRole.Input);
    }

    /// <summary>What counts of a value's steps, or null where all do.</summary>
    public Value? MaskOf(Value value) => _masks.TryGetValue(value, out Value? mask) ? mask : null;

    public void SetMask(Value value, Value mask) => _masks[value] = mask;

    /// <summary>Adds an operation whose result has a shape and, if it is still free, a name.</summary>
    public Value Add(Operation operation, string name, Shape shape, ValueRole role = ValueRole.Activation)
    {
        string unique = name;
        for (int i = 2; !_names.Add(unique); i++)
        {
            unique = name + "_" + Literal.Int(i);
        }

        var result = new Value(unique, shape, role);
        _operations.Add(operation with { Result = result });
        return result;
    }

    /// <summary>
    /// The mask of values that become one: steps count where they count in all of them. One step that a merge repeats for all has no say,
    /// and neither has one that stands at another axis than the others'.
    /// </summary>
    public Value? CommonMask(IEnumerable<Value> values, Shape shape, Origin origin, string name)
    {
        Value[] masks =
        [
            .. values.Select(MaskOf).OfType<Value>().Where(mask => Masks(mask, shape)).Distinct()
                .OrderByDescending(mask => mask.Shape.Rank),
        ];
        return masks.Length == 0 ? null : masks.Aggregate((both, mask) => Add(
            new CombineMasks { First = both, Second = mask, Origin = origin }, name + "_mask", both.Shape, ValueRole.Mask));
    }

    /// <summary>Whether a mask's axes are the first ones of what it masks.</summary>
    public static bool Masks(Value mask, Shape shape) =>
        mask.Shape.Rank < shape.Rank && mask.Shape.Dimensions.SequenceEqual(shape.Dimensions.Take(mask.Shape.Rank));
}
