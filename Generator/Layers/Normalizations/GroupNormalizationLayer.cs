using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary>Groups of channels brought to mean 0 and variance 1 over all positions of a sample.</summary>
internal sealed class GroupNormalizationLayer(int groups, LastAxes axis, ScaleAndCenter options) : Layer
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private int _groups;
    private int _channels;

    public override string Kind => "GroupNormalization";

    public override string Description => $"GroupNormalization({Literal.Int(groups)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments)
    {
        int groups = arguments.Integer("Groups", 32);
        if (groups is < 1 and not -1)
        {
            const string Demand = "at least 1, or -1 for a group of each channel";
            arguments.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(arguments.Label, "Groups", Demand, groups));
        }

        return new GroupNormalizationLayer(groups, LastAxes.ReadOne(arguments), ScaleAndCenter.Read(arguments));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (axis.Of(inputs[0], this, problems) is not Shape normalized)
        {
            return null;
        }

        _channels = normalized.Size;
        _groups = groups == -1 ? _channels : groups;
        if (_channels % _groups != 0)
        {
            problems.Add(SequenceDiagnostics.UnevenGroups(problems.Label(this), _groups, problems.InputKind(), _channels));
            return null;
        }

        _weights = options.Weights(normalized);
        return inputs[0];
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var normalization = new GroupNormalization
        {
            X = lowering.X,
            Groups = _groups,
            Epsilon = options.Epsilon,
            Gamma = lowering.Weight(options.Gamma is null ? -1 : 0),
            Beta = lowering.Weight(options.Beta is null ? -1 : _weights.Count - 1),
        };
        return lowering.Add(normalization, shape);
    }
}
