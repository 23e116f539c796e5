#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>What an orthogonal penalty wants at right angles to each other.</summary>
public enum OrthogonalMode
{
    /// <summary>The rows of the matrix: of a dense kernel what belongs to one input.</summary>
    Rows,

    /// <summary>The columns of the matrix: of a dense kernel the weights of one unit.</summary>
    Columns,
}
