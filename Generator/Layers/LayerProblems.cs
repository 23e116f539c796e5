using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>Where a layer reports what is wrong with its shapes; knows how to speak of the layer and of those that feed it.</summary>
internal sealed class LayerProblems(ProblemSink sink, int number, System.Collections.Generic.IReadOnlyList<string> inputKinds)
{
    /// <param name="id">The diagnostic's id.</param>
    /// <param name="argument">The argument concerned, or null for the attribute.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="rest">What fills the placeholders after the first, which is the layer itself.</param>
    public void Add(string id, string? argument, Layer layer, params string[] rest)
    {
        string[] all = new string[rest.Length + 1];
        all[0] = $"Layer {Literal.Int(number)} {layer.Description}";
        rest.CopyTo(all, 1);
        sink.Add(id, argument, all);
    }

    /// <summary>The kind of the layer that feeds input i: <c>MaxPooling2D</c>.</summary>
    public string InputKind(int i = 0) => inputKinds[i];

    /// <summary>Whether the input is an image; reports if it is not.</summary>
    public bool IsImage(Layer layer, Shape input)
    {
        if (input.Rank == 3)
        {
            return true;
        }

        Add("SN3001", null, layer, "(H, W, C)", InputKind(), input.ToString());
        return false;
    }
}
