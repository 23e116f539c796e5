using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>Where a layer reports what is wrong with its shapes; knows how to speak of the layer and of those that feed it.</summary>
internal sealed class LayerProblems(ProblemSink sink, Func<Layer, string> label, IReadOnlyList<Node> inputs)
{
    public void Add(Problem problem) => sink.Add(problem);

    /// <summary>How messages speak of a layer: <c>Layer 4 Conv2D(64, 3)</c>.</summary>
    public string Label(Layer layer) => label(layer);

    /// <summary>
    /// The shape of what a layer of the net leaves, or a part of one, or null after reporting why there is none. Every shape comes from
    /// here.
    /// </summary>
    public Shape? Infer(Layer layer, params Shape[] read)
    {
        Shape? shape = layer.InferShape(read, this);
        return shape is not null && Fit(layer, shape.Dimensions) ? shape : null;
    }

    /// <summary>Whether a layer can hold as many values as the product of these sizes; reports if it can't.</summary>
    public bool Fit(Layer layer, IReadOnlyCollection<int> sizes, string? argument = null)
    {
        if (Shape.ProductFits(sizes))
        {
            return true;
        }

        Add(GraphDiagnostics.TooLarge(Label(layer), Shape.Product(sizes), argument));
        return false;
    }

    /// <summary>The same for the parts of a layer: messages speak of the whole.</summary>
    public LayerProblems About(Layer whole) => new(sink, _ => label(whole), inputs);

    /// <summary>The kind of the layer that feeds input i: <c>MaxPooling2D</c>.</summary>
    public string InputKind(int i = 0) => inputs[i].Layer.Kind;

    /// <summary>The name of the layer that feeds input i: <c>max_pooling2d</c>.</summary>
    public string InputName(int i) => inputs[i].Name;

    /// <summary>Whether a merge of two sides has two inputs; reports if it has not.</summary>
    public bool AreTwo(Layer layer, IReadOnlyList<Shape> merged)
    {
        if (merged.Count == 2)
        {
            return true;
        }

        Add(SpatialDiagnostics.NotTwoInputs(Label(layer), merged.Count));
        return false;
    }

    /// <summary>Whether input i is a sequence; reports if it is not.</summary>
    public bool IsSequence(Layer layer, Shape input, int i = 0)
    {
        if (input.Rank == 2)
        {
            return true;
        }

        string wayOut = input.Rank == 1
            ? "add a channel axis with [Reshape(T, 1)], or set ReturnSequences on a recurrent layer"
            : "give [Input] two axes, or make two of them with [Reshape(T, C)]";
        Add(GraphDiagnostics.RankMismatch(Label(layer), "(T, C)", InputKind(i), input, wayOut));
        return false;
    }

    /// <summary>Whether the input has an axis of steps before the last; reports if it has not.</summary>
    public bool HasSteps(Layer layer, Shape input)
    {
        if (input.Rank > 1)
        {
            return true;
        }

        const string WayOut = "add a channel axis with [Reshape(T, 1)], or set ReturnSequences on a recurrent layer";
        Add(GraphDiagnostics.RankMismatch(Label(layer), "(T, …)", InputKind(), input, WayOut));
        return false;
    }

    /// <summary>Whether the input is an image; reports if it is not.</summary>
    public bool IsImage(Layer layer, Shape input)
    {
        if (input.Rank == 3)
        {
            return true;
        }

        string wayOut = input.Rank == 2
            ? "add a channel axis with [Reshape(H, W, 1)]"
            : "give [Input] three axes, or bring them back with [Reshape(H, W, C)]";
        Add(GraphDiagnostics.RankMismatch(Label(layer), "(H, W, C)", InputKind(), input, wayOut));
        return false;
    }
}
