using System.Collections.Generic;

namespace StaticNets;

/// <summary>Whose layout weights have.</summary>
public enum WeightLayout
{
    /// <summary>Keras' and the net's own: convolution kernels height, width, in, out; dense kernels in, out.</summary>
    Keras,

    /// <summary>PyTorch's: convolution kernels out, in, height, width; dense ones out, in. They are transposed.</summary>
    PyTorch,
}

/// <summary>How weights of another library are read.</summary>
public sealed record WeightImportOptions
{
    /// <summary>Whose layout they have. Default Keras'.</summary>
    public WeightLayout Layout { get; init; }

    /// <summary>
    /// Whether the arrays are taken one by one in the order of the file instead of by their names. Default: for PyTorch, whose names are
    /// others.
    /// </summary>
    public bool? ByPosition { get; init; }

    /// <summary>The names in the file by those in the net (<c>conv2d/kernel</c>), where they differ. Read by name only.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// For PyTorch: height, width and channels of what the net flattens. PyTorch flattens channels first, so the rows of the first dense
    /// kernel behind a
    /// convolution stand in another order. Needed where that kernel has more rows than the convolution has filters.
    /// </summary>
    public IReadOnlyList<int>? FlattenedShape { get; init; }
}
