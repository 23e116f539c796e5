using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Layers.Core;

/// <summary>What the layers with a table of vectors have in common: the properties of <c>EmbeddingsAttribute</c>.</summary>
internal sealed record EmbeddingsOptions(WeightStart Start, Penalty Penalty, WeightOrthogonality? Orthogonality)
{
    public static EmbeddingsOptions Read(ArgumentReader arguments, string initializer) => new(
        InitializerCatalogue.Read(arguments, "Embeddings", initializer),
        arguments.Penalty("Embeddings"),
        OrthogonalityReader.Read(arguments, "Embeddings"));

    /// <summary>The table, whose fans are its sides.</summary>
    public WeightTensor Table(string name, int rows, int columns) => new()
    {
        Name = name,
        Shape = new Shape(rows, columns),
        Start = Start with { FanIn = rows, FanOut = columns },
        Penalty = Penalty,
        Orthogonality = Orthogonality,
    };
}
