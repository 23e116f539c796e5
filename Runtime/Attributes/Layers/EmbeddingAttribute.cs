namespace StaticNets;

/// <summary>
/// A vector for each index: shape (T) becomes (T, outputDim), and (T, S) becomes (T, S, outputDim). The layer reads an input whose values
/// are whole numbers from 0 to below <paramref name="inputDim"/>, held as floats; every call that takes samples checks them and throws
/// <see cref="System.ArgumentException"/> otherwise.
/// </summary>
/// <param name="inputDim">The number of vectors, at most 2^24: the largest index and one.</param>
/// <param name="outputDim">The length of each vector.</param>
public sealed class EmbeddingAttribute(int inputDim, int outputDim) : EmbeddingsAttribute
{
    /// <summary>The number of vectors: the largest index and one.</summary>
    public int InputDim { get; } = inputDim;

    /// <summary>The length of each vector.</summary>
    public int OutputDim { get; } = outputDim;

    /// <summary>
    /// Whether index 0 fills sequences up: layers behind that know masks (the recurrent ones, MultiHeadAttention for its keys and values,
    /// GlobalAveragePooling1D) leave its steps out. Row 0 remains an ordinary row of the table. Default false.
    /// </summary>
    public bool MaskZero { get; set; }

    /// <summary>How the table starts. Default <see cref="Initializer.RandomUniform"/>: within 0.05 of 0.</summary>
    public Initializer EmbeddingsInitializer { get; set; } = Initializer.RandomUniform;
}
