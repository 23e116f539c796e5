using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan.Convolutions.Winograd;

/// <summary>
/// How the results along one axis are cut into tiles: whole ones of m, and a last one of what is left. A frequency belongs to the group of
/// those that every tile has, or of those that only the whole tiles have.
/// </summary>
internal sealed class WinogradAxis
{
    // Tiles from either end that padding may reach.
    private const int Edge = 3;

    private readonly WindowAxis _axis;
    private readonly int _computed;

    /// <param name="axis">The window along the axis.</param>
    /// <param name="computed">Results that are computed.</param>
    /// <param name="matrices">The transforms.</param>
    public WinogradAxis(WindowAxis axis, int computed, ToomCook matrices)
    {
        _axis = axis;
        _computed = computed;
        Matrices = matrices;
        Tiles = (computed + matrices.Tile - 1) / matrices.Tile;
        IReadOnlyList<int> last = matrices.FrequenciesOf(ResultsOf(Tiles - 1));
        int[] all = Enumerable.Range(0, matrices.Frequencies).ToArray();
        Groups = Tiles == 1 || last.Count == all.Length
            ? [new FrequencyGroup(last, Tiles)]
            : [new FrequencyGroup(last, Tiles), new FrequencyGroup(all.Except(last).ToArray(), Tiles - 1)];
    }

    public ToomCook Matrices { get; }

    public int Tiles { get; }

    /// <summary>The frequencies by how many tiles have them.</summary>
    public IReadOnlyList<FrequencyGroup> Groups { get; }

    /// <summary>Positions of the input.</summary>
    public int Input => _axis.Input;

    /// <summary>Input positions from one tile to the next.</summary>
    public int Step => Matrices.Tile;

    /// <summary>Padding before the first position.</summary>
    public int Before => _axis.Before;

    public int ResultsOf(int tile) => Math.Min(Matrices.Tile, _computed - (tile * Matrices.Tile));

    /// <summary>Tiles that follow each other and have as many results and lie on the input in the same way.</summary>
    public IReadOnlyList<TileRun> InputRuns() => Runs(tile =>
    {
        int first = (tile * Step) - Before;
        return new TileRun(tile, 1, ResultsOf(tile), Math.Max(0, -first), Math.Min(ResultsOf(tile) + 2, Input - first));
    });

    /// <summary>Tiles that follow each other and have as many results.</summary>
    public IReadOnlyList<TileRun> ResultRuns() => Runs(tile => new TileRun(tile, 1, ResultsOf(tile), 0, ResultsOf(tile) + 2));

    private IReadOnlyList<TileRun> Runs(Func<int, TileRun> runOf)
    {
        var runs = new List<TileRun>();
        for (int tile = 0; tile < Tiles;)
        {
            // Between the edges all are alike.
            int alike = tile == Edge ? Math.Max(1, Tiles - (2 * Edge)) : 1;
            TileRun run = runOf(tile);
            TileRun? last = runs.Count > 0 ? runs[runs.Count - 1] : null;
            if (last is not null && last with { Start = tile, Count = 1 } == run)
            {
                runs[runs.Count - 1] = last with { Count = last.Count + alike };
            }
            else
            {
                runs.Add(run with { Count = alike });
            }

            tile += alike;
        }

        return runs;
    }
}

/// <summary>Frequencies that the same tiles have: the first <paramref name="Tiles"/>.</summary>
internal sealed record FrequencyGroup(IReadOnlyList<int> Frequencies, int Tiles);

/// <summary>Equal tiles along one axis.</summary>
/// <param name="Start">The first.</param>
/// <param name="Count">How many.</param>
/// <param name="Results">Results of each.</param>
/// <param name="FirstPosition">The first of its positions that lies on the input; those before are padding.</param>
/// <param name="EndPosition">The position behind the last that lies on the input.</param>
internal sealed record TileRun(int Start, int Count, int Results, int FirstPosition, int EndPosition);
