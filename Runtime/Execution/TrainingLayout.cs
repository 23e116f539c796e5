using System.Collections.Generic;
using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>The buffers that the generator planned for a net's training.</summary>
/// <param name="PerSample">Floats a sample of each activation and gradient buffer.</param>
/// <param name="Derived">Floats of each buffer of derived weights.</param>
/// <param name="ScratchSize">Floats of memory that each worker needs for itself.</param>
/// <param name="MultiplyAdds">Multiply-adds a sample and step, which decides how many threads are worth while.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingLayout(IReadOnlyList<int> PerSample, IReadOnlyList<int> Derived, int ScratchSize, long MultiplyAdds);
