using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>A row of a table for each index. The runtime has checked all indexes before they get here.</summary>
internal sealed class EmbeddingLayer(int inputDim, int outputDim, bool maskZero, EmbeddingsOptions options) : Layer
{
    // Above it not every whole number is a float.
    private const int MostRows = 1 << 24;

    private IReadOnlyList<WeightTensor> _weights = [];
    private int _indexes;

    public override string Kind => "Embedding";

    public override string Description => $"Embedding({Literal.Int(inputDim)}, {Literal.Int(outputDim)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override int? IndexLimit => inputDim;

    public override string? StepObstacle => "it takes indexes of any shape without the wrapper";

    public override MaskRole Masks => new() { InputIsMask = maskZero };

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input;

    public static Layer Read(ArgumentReader arguments)
    {
        int rows = arguments.Size("InputDim");
        if (rows > MostRows)
        {
            const string Demand = "at most 16777216, up to which floats hold whole numbers";
            arguments.Problems.Add("SN2007", "InputDim", arguments.Label, "InputDim", Demand, Literal.Int(rows));
        }

        return new EmbeddingLayer(
            rows,
            arguments.Size("OutputDim"),
            arguments.Boolean("MaskZero", false),
            EmbeddingsOptions.Read(arguments, "RandomUniform"));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!problems.IsOwnInput(this))
        {
            return null;
        }

        if (!Shape.ProductFits([inputDim, outputDim]))
        {
            problems.Add("SN3010", "InputDim", this, Literal.Product([inputDim, outputDim]), Literal.Int(Shape.LargestSize));
            return null;
        }

        _indexes = inputs[0].Size;
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

    public override void EmitForward(LayerEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(outputDim);
        string method = emission.Kernel(
            "Forward",
            $"y = the rows of w that x names: {emission.InputShape().WithBatch}, {_weights[0].Shape} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float w, ref float y, int m0, int m1",
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Line($"int index = {Index("m")};");
                    writer.Line($"ref float wi = {At.Ref("w", At.Times("index", outputDim))};");
                    writer.Line($"ref float ym = {At.Ref("y", At.Times("m", outputDim))};");
                    RowLoop.Write(writer, flavour, outputDim, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} row = {flavour.Load("wi", offset)};");
                        VectorStore.WriteAt(writer, flavour, "row", "ym", offset, lanes);
                    });
                }
            });
        emission.Call(method, emission.X(), emission.Weight(0), emission.Y, emission.Rows(_indexes));
    }

    /// <summary>
    /// Each worker owns some rows of the table and adds to them in the batch's order; the penalty's gradient comes last, as everywhere.
    /// </summary>
    public override void EmitWeightGradients(LayerEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(outputDim);
        Penalty penalty = _weights[0].Penalty;
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = the sum of dy where x names the row{PenaltyGradient.Text(penalty)}: "
                + $"{emission.InputShape().WithBatch}, {emission.Shape.WithBatch} -> {_weights[0].Shape}.",
            $"ref float x, ref float dy, {PenaltyGradient.Parameters(penalty)}ref float dw, int rows, int first, int last",
            writer =>
            {
                PenaltyGradient.Declare(writer, penalty);
                ForEachRow(writer, flavour, ["dw"], (_, _) => flavour.Zero);
                writer.Line();
                using (writer.Block("for (int m = 0; m < rows; m++)"))
                {
                    writer.Line($"int index = {Index("m")};");
                    using (writer.Block("if (index < first || index >= last)"))
                    {
                        writer.Line("continue;");
                    }

                    writer.Line();
                    writer.Line($"ref float dym = {At.Ref("dy", At.Times("m", outputDim))};");
                    writer.Line($"ref float dwi = {At.Ref("dw", At.Times("index", outputDim))};");
                    RowLoop.Write(writer, flavour, outputDim, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} sum = {flavour.Load("dwi", offset)} + {flavour.Load("dym", offset)};");
                        VectorStore.WriteAt(writer, flavour, "sum", "dwi", offset, lanes);
                    });
                }

                if (!penalty.IsNone)
                {
                    writer.Line();
                    ForEachRow(writer, flavour, ["dw", "w"], (dw, w) => PenaltyGradient.Add(flavour, penalty, dw, w));
                }
            });
        emission.Call(
            method,
            emission.X(),
            emission.DY,
            PenaltyGradient.Arguments(emission, 0),
            emission.WeightGradient(0),
            At.Product(emission.Count, _indexes),
            LayerEmission.Share(inputDim));
    }

    /// <summary>Replaces each of the worker's rows of dw by an expression of vectors of the operands.</summary>
    private void ForEachRow(SourceWriter writer, Flavour flavour, string[] operands, System.Func<string, string, string> expression)
    {
        using (writer.Block("for (int k = first; k < last; k++)"))
        {
            foreach (string operand in operands)
            {
                writer.Line($"ref float {operand}k = {At.Ref(operand, At.Times("k", outputDim))};");
            }

            RowLoop.Write(writer, flavour, outputDim, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} g = {expression(flavour.Load("dwk", offset), flavour.Load("wk", offset))};");
                VectorStore.WriteAt(writer, flavour, "g", "dwk", offset, lanes);
            });
        }
    }

    private static string Index(string m) => $"unchecked((int){At.Value("x", m)})";
}
