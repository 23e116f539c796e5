using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>The sizes that the generator planned for a net's forward pass.</summary>
/// <param name="PreparedWeights">Floats of the weights as the forward pass reads them.</param>
/// <param name="Workspace">Floats of the activations of one block of samples, inputs first.</param>
/// <param name="OutputOffset">Where the outputs stand in the workspace.</param>
/// <param name="BlockSize">Samples a block.</param>
/// <param name="MultiplyAdds">Multiply-adds a sample, which decides how many threads are worth while.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record InferenceLayout(int PreparedWeights, int Workspace, int OutputOffset, int BlockSize, long MultiplyAdds)
{
    // What else is done with each value counts a few multiply-adds.
    private const double OfValue = 4;

    /// <summary>The work of a sample in multiply-adds.</summary>
    internal double Work => MultiplyAdds + (OfValue * Workspace / BlockSize);
}
