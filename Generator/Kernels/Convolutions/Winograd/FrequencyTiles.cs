using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>Writes where the transformed values of a tile stand.</summary>
internal static class FrequencyTiles
{
    /// <summary>Declares a reference to one tile's row in the first matrix of each group: <c>v0</c>, <c>v1</c>, …</summary>
    public static void DeclareTile(
        this FrequencyLayout layout,
        SourceWriter writer,
        string name,
        IEnumerable<MatrixGroup> groups,
        string row,
        string column,
        string channel)
    {
        foreach (MatrixGroup group in groups)
        {
            string firstTile = At.Sum(At.Times("image", group.TilesPerImage), At.Times(row, group.Horizontal.Tiles));
            string place = At.Sum(At.Times(At.Sum(firstTile, column), layout.Columns), At.Sum(channel, group.Start));
            writer.Refer($"{name}{Literal.Int(group.Index)}", name, place);
        }
    }
}
