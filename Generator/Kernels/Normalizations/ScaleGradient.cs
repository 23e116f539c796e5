using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits <c>dgamma = sum of dy (x - mean) inverse</c> over the batch: each worker owns some columns and adds their rows in order.
/// </summary>
internal static class ScaleGradient
{
    private const int MostVectors = 4;
    private static readonly TileNames s_names = new("dgamma", "x", "dy");

    /// <summary>The buffers with means, unless they are 0, and inverses.</summary>
    public static KernelOperand[] Statistics(KernelEmission emission, IReadOnlyList<NamedBuffer> buffers) =>
        [.. buffers.Select(buffer => emission.Extra(buffer).As(Identifier.Camel(buffer.Name) + "s"))];

    /// <summary>For a normalization whose statistics belong to rows as long as gamma.</summary>
    /// <param name="emission">The layer's.</param>
    /// <param name="weight">The number of the weight.</param>
    /// <param name="statistics">The rows' means, unless they are 0, and inverses.</param>
    /// <param name="rowsPerSample">Rows a sample.</param>
    public static void EmitRows(KernelEmission emission, int weight, KernelOperand[] statistics, int rowsPerSample)
    {
        bool hasMean = statistics.Length > 1;
        int size = emission.Weights[weight].Tensor.Shape.Size;
        Emit(emission, weight, statistics, emission.CountOf("rows", rowsPerSample), (writer, tile, _) =>
        {
            Flavour flavour = tile.Columns.Flavour;
            new LongSum(writer, flavour, tile.Results).Over("i", "rows", 1, () =>
            {
                if (hasMean)
                {
                    writer.Line($"{flavour.Type} mean = {flavour.Broadcast(At.Value("means", "i"))};");
                }

                writer.Line($"{flavour.Type} inverse = {flavour.Broadcast(At.Value("inverses", "i"))};");
                for (int v = 0; v < tile.Columns.Vectors; v++)
                {
                    int at = v * flavour.Lanes;
                    string deviation = hasMean ? $"({flavour.Load("xi", at)} - mean)" : flavour.Load("xi", at);
                    string product = $"{flavour.Load("dyi", at)} * {deviation}";
                    writer.Line($"{tile.Result(0, v)} = {flavour.MultiplyAdd(product, "inverse", tile.Result(0, v))};");
                }

                Advance(writer, size);
            });
        });
    }

    /// <summary>For a normalization whose statistics belong to a sample's channels: (N, P, C) with means and inverses (N, C).</summary>
    /// <param name="emission">The layer's.</param>
    /// <param name="weight">The number of the weight.</param>
    /// <param name="statistics">The channels' means and inverses.</param>
    /// <param name="positions">Positions a sample.</param>
    public static void EmitChannels(KernelEmission emission, int weight, KernelOperand[] statistics, int positions)
    {
        int channels = emission.Weights[weight].Tensor.Shape.Size;
        Emit(emission, weight, statistics, emission.CountOf("samples"), (writer, tile, column) =>
        {
            Flavour flavour = tile.Columns.Flavour;
            new LongSum(writer, flavour, tile.Results).Over("n", "samples", 1, () =>
            {
                string place = At.Sum(At.Times("n", channels), column);
                writer.Refer("meansn", "means", place);
                writer.Refer("inversesn", "inverses", place);
                for (int v = 0; v < tile.Columns.Vectors; v++)
                {
                    writer.Line($"{flavour.Type} mean{Literal.Int(v)} = {flavour.Load("meansn", v * flavour.Lanes)};");
                    writer.Line($"{flavour.Type} sum{Literal.Int(v)} = {flavour.Zero};");
                }

                string[] sums = [.. Enumerable.Range(0, tile.Columns.Vectors).Select(v => "sum" + Literal.Int(v))];
                new LongSum(writer, flavour, sums).Over("p", positions, 1, () =>
                {
                    for (int v = 0; v < tile.Columns.Vectors; v++)
                    {
                        string sum = "sum" + Literal.Int(v);
                        string dy = flavour.Load("dyi", v * flavour.Lanes);
                        string deviation = $"{flavour.Load("xi", v * flavour.Lanes)} - mean{Literal.Int(v)}";
                        writer.Line($"{sum} = {flavour.MultiplyAdd(dy, deviation, sum)};");
                    }

                    Advance(writer, channels);
                });

                for (int v = 0; v < tile.Columns.Vectors; v++)
                {
                    string inverse = flavour.Load("inversesn", v * flavour.Lanes);
                    writer.Line($"{tile.Result(0, v)} = {flavour.MultiplyAdd("sum" + Literal.Int(v), inverse, tile.Result(0, v))};");
                }
            });
        });
    }

    private static void Emit(
        KernelEmission emission,
        int weight,
        KernelOperand[] statistics,
        KernelOperand count,
        Action<SourceWriter, TileEmitter, IndexSum> writeSums)
    {
        WeightTensor gamma = emission.Weights[weight].Tensor;
        int size = gamma.Shape.Size;
        var grid = new TileGrid(1, [new PieceRun(0, 1, 1)], ColumnTiles.Of(emission.Flavour.Fit(size), size, MostVectors));
        bool hasMean = statistics.Length > 1;
        emission.Emit(
            "BackwardScale",
            $"dgamma = sum of dy {(hasMean ? "(x - mean)" : "x")} inverse{PenaltyGradient.Text(gamma.Penalty)}: "
                + $"{emission.Shape.WithBatch} -> {gamma.Shape}.",
            [
                emission.X(),
                emission.DY,
                .. statistics,
                .. PenaltyGradient.Operands(emission, weight),
                emission.WeightGradient(weight).As("dgamma"),
                count,
                emission.Share(grid.Count),
            ],
            writer =>
            {
                PenaltyGradient.Declare(writer, gamma.Penalty);
                grid.Write(writer, (_, run, place) =>
                {
                    var tile = new TileEmitter(writer, run.Tile, 1, s_names);
                    writer.Refer("xi", "x", place.Column);
                    writer.Refer("dyi", "dy", place.Column);
                    tile.DeclareZero();
                    writeSums(writer, tile, place.Column);
                    new GradientTile(writer, tile, "dgamma", size, gamma.Penalty).Finish(place.Column);
                });
            });
    }

    private static void Advance(SourceWriter writer, int step)
    {
        writer.Line($"xi = {At.Ref("xi", step)};");
        writer.Line($"dyi = {At.Ref("dyi", step)};");
    }
}
