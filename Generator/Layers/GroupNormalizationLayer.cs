using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>Groups of channels brought to mean 0 and variance 1 over all positions of a sample.</summary>
internal sealed class GroupNormalizationLayer(int groups, LastAxes axis, ScaleAndCenter options) : Layer
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private int _groups;
    private int _channels;
    private int _positions;

    public override string Kind => "GroupNormalization";

    public override string Description => $"GroupNormalization({Literal.Int(groups)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override MaskRole Masks => MaskRole.Pass;

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input;

    public static Layer Read(ArgumentReader arguments)
    {
        int groups = arguments.Integer("Groups", 32);
        if (groups is < 1 and not -1)
        {
            const string Demand = "at least 1, or -1 for a group of each channel";
            arguments.Problems.Add("SN2007", "Groups", arguments.Label, "Groups", Demand, Literal.Int(groups));
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
        _positions = inputs[0].Rows;
        _groups = groups == -1 ? _channels : groups;
        if (_channels % _groups != 0)
        {
            problems.Add("SN3050", "Groups", this, Literal.Int(_groups), problems.InputKind(), Literal.Int(_channels));
            return null;
        }

        _weights = options.Weights(normalized);
        return inputs[0];
    }

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) => [Means, Inverses];

    public override int ScratchSize(bool training) => 2 * _channels;

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var normalization = new Ir.Ops.GroupNormalization
        {
            X = lowering.X,
            Groups = _groups,
            Epsilon = options.Epsilon,
            Gamma = lowering.Weight(options.Gamma is null ? -1 : 0),
            Beta = lowering.Weight(options.Beta is null ? -1 : _weights.Count - 1),
        };
        return lowering.Add(normalization, shape);
    }

    public override void EmitForward(LayerEmission emission)
    {
        Emit.Normalization.GroupNormalization normalization = Kernel(emission);
        string gamma = options.Gamma is null ? "" : "gamma ";
        string beta = options.Beta is null ? "" : " + beta";
        string method = emission.Kernel(
            emission.Training ? "ForwardKeepingStatistics" : "Forward",
            $"y = {gamma}(x - mean) / sqrt(variance + {Literal.Float(options.Epsilon)}){beta}, "
                + $"{Literal.Int(_groups)} groups of {Literal.Int(_channels / _groups)} channels: {emission.Shape.WithBatch}.",
            normalization.ForwardParameters,
            writer => normalization.WriteForward(writer, emission.Training));
        string[] statistics = emission.Training
            ? Statistics(emission)
            : [emission.Scratch, $"ref Unsafe.Add({emission.Scratch}, {Literal.Int(_channels)})"];
        emission.Call(method, [emission.X(), .. _weights.Select((_, i) => emission.Weight(i)), emission.Y, .. statistics, emission.Range]);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Emit.Normalization.GroupNormalization normalization = Kernel(emission);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= inverse (g - mean of g - xh mean of g xh), where xh = (x - mean) inverse and "
                + $"g = dy{(options.Gamma is null ? "" : " gamma")}: {emission.Shape.WithBatch}.",
            normalization.BackwardParameters,
            writer => normalization.WriteBackward(writer, accumulates));
        emission.Call(
            method,
            [
                emission.X(),
                emission.DY,
                options.Gamma is null ? "" : emission.Weight(0),
                .. Statistics(emission),
                emission.DX(),
                emission.Scratch,
                emission.Range,
            ]);
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        if (options.Gamma is not null)
        {
            ScaleGradient.EmitChannels(emission, 0, Statistics(emission), _positions);
        }

        if (options.Beta is not null)
        {
            BiasGradient.Emit(emission, _weights.Count - 1, emission.DY, _positions);
        }
    }

    private ExtraBuffer Means => new("Mean", _channels);

    private ExtraBuffer Inverses => new("Inverse", _channels);

    private string[] Statistics(LayerEmission emission) => [emission.Extra(Means), emission.Extra(Inverses)];

    private Emit.Normalization.GroupNormalization Kernel(LayerEmission emission) =>
        new(emission.Flavour, _positions, _channels, _groups, options.Epsilon, options.Gamma is not null, options.Beta is not null);
}
