using System.Collections.Generic;
using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>The buffers that the generator planned for a net's training.</summary>
/// <param name="PerSample">Floats a sample of each activation and gradient buffer.</param>
/// <param name="Derived">Floats of each buffer of derived weights.</param>
/// <param name="PerWorker">Floats of each buffer that every worker has of its own.</param>
/// <param name="ScratchSize">Floats of memory that each worker needs for itself.</param>
/// <param name="MultiplyAdds">Multiply-adds a sample and step, which decides how many threads are worth while.</param>
/// <param name="ForwardParts">Into how many parts the forward pass falls: before each, the one before is done for the whole batch.</param>
/// <param name="BackwardParts">The same of the backward pass. Its first part does not wait for the last one of the forward pass.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingLayout(
    IReadOnlyList<int> PerSample,
    IReadOnlyList<int> Derived,
    IReadOnlyList<int> PerWorker,
    int ScratchSize,
    long MultiplyAdds,
    int ForwardParts,
    int BackwardParts)
{
    // What else is done with each value counts a few multiply-adds.
    private const double OfValue = 4;

    /// <summary>The activation buffers with the penalties of layers' outputs, one float a sample.</summary>
    public IReadOnlyList<int> ActivityPenalties { get; init; } = [];

    /// <summary>The work of a sample and step in multiply-adds.</summary>
    internal double Work => MultiplyAdds + (OfValue * Sum(PerSample));

    // A plain loop: LINQ is more methods for the JIT to compile before the first step.
    private static double Sum(IReadOnlyList<int> sizes)
    {
        double sum = 0;
        for (int i = 0; i < sizes.Count; i++)
        {
            sum += sizes[i];
        }

        return sum;
    }
}
