using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions.Winograd;

/// <summary>
/// Where transformed values stand: for each frequency a matrix with a row for each tile of each image and a column for each channel.
/// Frequencies that the same tiles have follow each other at equal distances.
/// </summary>
internal sealed class FrequencyLayout
{
    public FrequencyLayout(WinogradAxis vertical, WinogradAxis horizontal, int channels, int images)
    {
        Columns = (channels + Caches.Line - 1) / Caches.Line * Caches.Line;
        Images = images;
        var groups = new List<MatrixGroup>();
        long start = 0;
        int first = 0;
        foreach (FrequencyGroup rows in vertical.Groups)
        {
            foreach (FrequencyGroup columns in horizontal.Groups)
            {
                long size = MemorySize.Product(images, rows.Tiles, columns.Tiles, Columns);
                long stride = size % Caches.EvictingStride == 0 ? size + Caches.Line : size;
                var group = new MatrixGroup(groups.Count, rows, columns, first, start, stride);
                groups.Add(group);
                start += MemorySize.Product(group.Count, stride);
                first += group.Count;
            }
        }

        Groups = groups;
        Length = start;
    }

    /// <summary>Floats of a row: the channels, filled up to whole vectors of any width.</summary>
    public int Columns { get; }

    /// <summary>Images that there is room for.</summary>
    public int Images { get; }

    public IReadOnlyList<MatrixGroup> Groups { get; }

    /// <summary>Floats in all.</summary>
    public long Length { get; }

    /// <summary>The group that holds a frequency, and where its matrix stands in it.</summary>
    public (MatrixGroup Group, long Offset) Find(int vertical, int horizontal)
    {
        MatrixGroup group = Groups.First(g => g.Vertical.Frequencies.Contains(vertical) && g.Horizontal.Frequencies.Contains(horizontal));
        return (group, group.IndexOf(vertical, horizontal) * group.Stride);
    }

    /// <summary>The groups that a tile is in.</summary>
    public IReadOnlyList<MatrixGroup> GroupsOf(TileRun rows, TileRun columns) =>
        Groups.Where(group => rows.Start < group.Vertical.Tiles && columns.Start < group.Horizontal.Tiles).ToArray();

    /// <summary>The group's reference and the offset of a frequency's value, where the tile's rows are declared.</summary>
    public (string Reference, long Offset) Place(string name, int vertical, int horizontal)
    {
        (MatrixGroup group, long offset) = Find(vertical, horizontal);
        return (name + Literal.Int(group.Index), offset);
    }
}

/// <summary>The matrices of the frequencies that the same tiles have.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Vertical">The frequencies along the vertical axis.</param>
/// <param name="Horizontal">The frequencies along the horizontal axis.</param>
/// <param name="First">The number of its first frequency among all.</param>
/// <param name="Start">Where its first matrix stands.</param>
/// <param name="Stride">Floats from matrix to matrix.</param>
internal sealed record MatrixGroup(int Index, FrequencyGroup Vertical, FrequencyGroup Horizontal, int First, long Start, long Stride)
{
    public int Count => Vertical.Frequencies.Count * Horizontal.Frequencies.Count;

    /// <summary>Rows of each matrix for one image: its tiles.</summary>
    public int TilesPerImage => Vertical.Tiles * Horizontal.Tiles;

    public int IndexOf(int vertical, int horizontal) =>
        (Position(Vertical, vertical) * Horizontal.Frequencies.Count) + Position(Horizontal, horizontal);

    private static int Position(FrequencyGroup group, int frequency) => group.Frequencies.TakeWhile(f => f != frequency).Count();
}
