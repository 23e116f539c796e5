namespace StaticNets;

/// <summary>
/// A learned vector for each position, added to the input: <c>y = x + embeddings</c>. The shape (T, D) stays; the table has that shape too.
/// KerasHub's layer of this name returns the table alone, and its users add it.
/// </summary>
public sealed class PositionEmbeddingAttribute : EmbeddingsAttribute
{
    /// <summary>How the table starts. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer EmbeddingsInitializer { get; set; } = Initializer.GlorotUniform;
}
