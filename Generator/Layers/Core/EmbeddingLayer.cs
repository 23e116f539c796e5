using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary>A row of a table for each index. The runtime has checked all indexes before they get here.</summary>
internal sealed class EmbeddingLayer(int inputDim, int outputDim, bool maskZero, EmbeddingsOptions options) : Layer
{
    // Above it not every whole number is a float.
    private const int MostRows = 1 << 24;

    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "Embedding";

    public override string Description => $"Embedding({Literal.Int(inputDim)}, {Literal.Int(outputDim)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override string? StepObstacle => "it takes indexes of any shape without the wrapper";

    public static Layer Read(ArgumentReader arguments)
    {
        int rows = arguments.Size("InputDim");
        if (rows > MostRows)
        {
            const string Demand = "at most 16777216, up to which floats hold whole numbers";
            arguments.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(arguments.Label, "InputDim", Demand, rows));
        }

        return new EmbeddingLayer(
            rows,
            arguments.Size("OutputDim"),
            arguments.Boolean("MaskZero", false),
            EmbeddingsOptions.Read(arguments, "RandomUniform"));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!problems.Fit(this, [inputDim, outputDim], "InputDim"))
        {
            return null;
        }

        _weights = [options.Table("embeddings", inputDim, outputDim)];
        return new Shape([.. inputs[0].Dimensions, outputDim]);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        Value rows = lowering.Add(new Gather { X = lowering.X, Table = lowering.Weights[0] }, shape);
        if (maskZero)
        {
            // Index 0 fills sequences up, so that the indexes are the mask.
            lowering.SetMask(rows, lowering.X);
        }

        return rows;
    }
}
