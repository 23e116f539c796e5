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

/// <summary>
/// A layer that normalizes the last axes of each sample, row by row. Its rows' statistics are kept for the backward pass.
/// </summary>
internal abstract class RowNormalizationLayer(LastAxes axes, RowStatistic statistic, double epsilon) : Layer
{
    private int _size;
    private int _rows;

    public override MaskRole Masks => MaskRole.Pass;

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input;

    /// <summary>The number of the weight that multiplies, or -1.</summary>
    protected abstract int Scale { get; }

    /// <summary>The number of the weight that is added, or -1.</summary>
    protected abstract int Center { get; }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (axes.Of(inputs[0], this, problems) is not Shape normalized)
        {
            return null;
        }

        _size = normalized.Size;
        _rows = inputs[0].Size / _size;
        CreateWeights(normalized);
        return inputs[0];
    }

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) =>
        statistic == RowStatistic.Variance ? [Means, Inverses] : [Inverses];

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var normalization = new Ir.Ops.RowNormalization
        {
            X = lowering.X,
            Statistic = statistic,
            Size = _size,
            Epsilon = epsilon,
            Scale = lowering.Weight(Scale),
            Center = lowering.Weight(Center),
        };
        return lowering.Add(normalization, shape);
    }

    public override void EmitForward(LayerEmission emission)
    {
        Emit.Normalization.RowNormalization rows = Kernel(emission);
        string method = emission.Kernel(
            emission.Training ? "ForwardKeepingStatistics" : "Forward",
            $"{rows.ForwardFormula}: {emission.Shape.WithBatch}{(emission.Training ? ", and the statistics of each row" : "")}.",
            rows.ForwardParameters(emission.Training),
            writer => rows.WriteForward(writer, emission.Training));
        emission.Call(
            method,
            [
                emission.X(), .. new[] { Scale, Center }.Where(weight => weight >= 0).Select(emission.Weight), emission.Y,
                .. emission.Training ? Statistics(emission) : [], emission.Rows(_rows),
            ]);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Emit.Normalization.RowNormalization rows = Kernel(emission);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"{rows.BackwardFormula(accumulates)}: {emission.Shape.WithBatch}.",
            rows.BackwardParameters,
            writer => rows.WriteBackward(writer, accumulates));
        emission.Call(
            method,
            [
                emission.X(),
                emission.DY,
                Scale >= 0 ? emission.Weight(Scale) : "",
                .. Statistics(emission),
                emission.DX(),
                emission.Rows(_rows),
            ]);
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        if (Scale >= 0)
        {
            ScaleGradient.EmitRows(emission, Scale, Statistics(emission), _rows);
        }

        if (Center >= 0)
        {
            BiasGradient.Emit(emission, Center, emission.DY, _rows);
        }
    }

    /// <summary>Creates the weights of the shape.</summary>
    protected virtual void CreateWeights(Shape shape)
    {
    }

    private ExtraBuffer Means => new("Mean", _rows);

    private ExtraBuffer Inverses => new("Inverse", _rows);

    private string[] Statistics(LayerEmission emission) => ExtraBuffers(true).Select(emission.Extra).ToArray();

    private Emit.Normalization.RowNormalization Kernel(LayerEmission emission) => new(emission.Flavour, _size, statistic, epsilon, Scale >= 0, Center >= 0);
}
