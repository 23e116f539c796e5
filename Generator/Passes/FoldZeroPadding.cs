using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Gives zeros around an image to the convolution that alone reads them: it leaves padding out, where a copy would cost memory and time.
/// </summary>
internal static class FoldZeroPadding
{
    public static Graph Run(Graph graph)
    {
        var edit = new GraphEdit(graph);
        foreach (Operation operation in graph.Operations)
        {
            if (operation is not Convolution convolution)
            {
                continue;
            }

            Convolution padded = convolution;
            var folded = new List<Margin>();
            while (graph.Producer(padded.X) is Margin { IsAdded: true } margin
                && margin.Steps == padded.Steps
                && graph.Uses.HasOneReader(margin.Result)
                && Pad(padded, margin.Margins) is { } wider)
            {
                padded = wider with { X = margin.X };
                folded.Add(margin);
            }

            if (folded.Count > 0)
            {
                edit.Replace(convolution, padded);
                folded.ForEach(margin => edit.Remove(margin, margin.X));
            }
        }

        return edit.Apply();
    }

    /// <summary>
    /// The convolution with zeros around its operand as padding of its own, or null where a window would lie on zeros alone.
    /// </summary>
    private static Convolution? Pad(Convolution convolution, Margins zeros) =>
        convolution.Vertical.WithoutZeros(zeros.Top, zeros.Bottom) is { } vertical
        && convolution.Horizontal.WithoutZeros(zeros.Left, zeros.Right) is { } horizontal
            ? convolution with { Vertical = vertical, Horizontal = horizontal }
            : null;
}
