using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>Where a layer reports what is wrong with its shapes; knows how to speak of the layer and of those that feed it.</summary>
internal sealed class LayerProblems(ProblemSink sink, Func<Layer, string> label, IReadOnlyList<Node> inputs)
{
    /// <param name="id">The diagnostic's id.</param>
    /// <param name="argument">The argument concerned, or null for the attribute.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="rest">What fills the placeholders after the first, which is the layer itself.</param>
    public void Add(string id, string? argument, Layer layer, params string[] rest)
    {
        string[] all = new string[rest.Length + 1];
        all[0] = label(layer);
        rest.CopyTo(all, 1);
        sink.Add(id, argument, all);
    }

    /// <summary>
    /// The shape of what a layer of the net leaves, or a part of one, or null after reporting why there is none. Every shape comes from
    /// here.
    /// </summary>
    public Shape? Infer(Layer layer, params Shape[] read)
    {
        Shape? shape = layer.InferShape(read, this);
        if (shape is null || shape.Fits)
        {
            return shape;
        }

        Add("SN3010", null, layer, Literal.Product(shape.Dimensions), Literal.Int(Shape.LargestSize));
        return null;
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

        Add("SN3021", "Inputs", layer, Literal.Int(merged.Count));
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
        Add("SN3001", null, layer, "(T, C)", InputKind(i), input.ToString(), wayOut);
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
        Add("SN3001", null, layer, "(T, …)", InputKind(), input.ToString(), WayOut);
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
        Add("SN3001", null, layer, "(H, W, C)", InputKind(), input.ToString(), wayOut);
        return false;
    }
}
