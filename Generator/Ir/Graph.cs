using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Ir;

/// <summary>A net as operations, each behind those whose results it reads. Immutable, like all that it holds.</summary>
internal sealed record Graph
{
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>The net's outputs in the order of their layers.</summary>
    public required IReadOnlyList<GraphOutput> Outputs { get; init; }

    /// <summary>Those with a loss.</summary>
    public IEnumerable<GraphOutput> TrainedOutputs => Outputs.Where(output => output.Loss is not null);

    /// <summary>
    /// All weights in the order of the parameter block: layer by layer as declared, in Keras' order, whoever still reads them.
    /// </summary>
    public required IReadOnlyList<Weight> Weights { get; init; }

    /// <summary>The value with all outputs one after the other, where a pass gathered them.</summary>
    public Value? Gathered { get; init; }

    /// <summary>The output that the last layer is.</summary>
    public GraphOutput MainOutput => Outputs[Outputs.Count - 1];

    /// <summary>What predictions hand out.</summary>
    public Value Result => Gathered ?? MainOutput.Value;

    public IEnumerable<Input> Inputs => Operations.OfType<Input>();

    /// <summary>Floats a sample of all inputs.</summary>
    public int InputSize => Inputs.Sum(input => input.Result.Shape.Size);

    /// <summary>Floats a sample of all outputs.</summary>
    public int OutputSize => Outputs.Sum(output => output.Value.Shape.Size);

    /// <summary>Targets a sample.</summary>
    public int TargetSize => Outputs.Where(output => !output.TakesLabels).Sum(output => output.KnownSize);

    /// <summary>Labels a sample.</summary>
    public int LabelCount => Outputs.Where(output => output.TakesLabels).Sum(output => output.KnownSize);

    public int ParameterCount => Weights.Sum(weight => weight.Shape.Size);

    /// <summary>How many of the parameters are trained.</summary>
    public int TrainableCount => Weights.Where(weight => weight.IsTrainable).Sum(weight => weight.Shape.Size);

    public long MultiplyAdds => Operations.Sum(operation => operation.MultiplyAdds);

    /// <summary>The operation that makes a value.</summary>
    public Operation Producer(Value value) => Uses.Producers[value];

    /// <summary>A name that no value has, made of the one that is wanted.</summary>
    public string UniqueName(string name)
    {
        var taken = new HashSet<string>(Operations.Select(operation => operation.Result.Name));
        string unique = name;
        for (int i = 2; taken.Contains(unique); i++)
        {
            unique = $"{name}_{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        }

        return unique;
    }

    /// <summary>Who makes and who reads each value, found once.</summary>
    public GraphUses Uses => _uses is { } uses && ReferenceEquals(uses.Graph, this) ? uses : _uses = new GraphUses(this);

    private GraphUses? _uses;
}
