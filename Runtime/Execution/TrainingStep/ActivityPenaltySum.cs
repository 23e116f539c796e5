using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// The penalties of layers' outputs, which the forward pass leaves for each sample: added layer by layer in sample order.
/// </summary>
/// <param name="memory">What a step writes.</param>
/// <param name="buffers">The buffers with one float a sample.</param>
internal sealed class ActivityPenaltySum(TrainingMemory memory, IReadOnlyList<int> buffers)
{
    /// <summary>The mean over the samples of the last batch, as Keras divides it, whatever the samples' weights.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < buffers.Count; i++)
            {
                foreach (float sample in MemoryMarshal.CreateReadOnlySpan(ref memory.Buffer(buffers[i]), memory.Count))
                {
                    sum += sample;
                }
            }

            return buffers.Count == 0 ? 0 : sum / memory.Count;
        }
    }
}
