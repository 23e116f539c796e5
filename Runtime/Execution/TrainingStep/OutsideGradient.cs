using System;

namespace StaticNets.Execution;

/// <summary>
/// The order of the calls with a gradient from outside, and the checks of what they read and write. A trainer keeps the values of one
/// forward pass, until its backward pass has read them.
/// </summary>
internal sealed class OutsideGradient(NetInfo info, TrainingMemory memory)
{
    /// <summary>
    /// How many workers ran the forward pass that is waiting, for only these can read what each left for itself; 0 without one.
    /// </summary>
    public int Workers { get; private set; }

    /// <summary>A forward pass is done and waits for its backward pass.</summary>
    public void Wait(int workers) => Workers = workers;

    /// <summary>None waits any more.</summary>
    public void Discard() => Workers = 0;

    /// <exception cref="InvalidOperationException">One is waiting.</exception>
    public void CheckForward()
    {
        if (Workers > 0)
        {
            throw new InvalidOperationException(
                "Forward was called before, and waits for its Backward: the trainer keeps the values of one pass. "
                    + "Call Backward first, or DiscardForward if it won't come.");
        }
    }

    /// <exception cref="InvalidOperationException">One is waiting.</exception>
    public void CheckUpdate()
    {
        if (Workers > 0)
        {
            throw new InvalidOperationException(
                "A Forward waits for its Backward, which would read the weights after the update. "
                    + "Call Backward first, or DiscardForward if it won't come.");
        }
    }

    /// <exception cref="InvalidOperationException">No forward pass is waiting, or inputs have no gradients.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or memory overlaps.</exception>
    public void CheckBackward(ReadOnlySpan<float> outputGradients, ReadOnlySpan<float> inputGradients, bool wantsInputs)
    {
        if (wantsInputs && !info.HasInputGradients)
        {
            throw new InvalidOperationException(
                $"{info.Name} computes no gradients of its inputs. Ask for them in its declaration: "
                    + "[Compile(..., InputGradients = true)].");
        }

        if (Workers == 0)
        {
            throw new InvalidOperationException("Backward needs a Forward before it, and each Forward has one Backward.");
        }

        int count = memory.Count;
        Check.Samples(outputGradients.Length, count, info.OutputSize, nameof(outputGradients));
        if (!wantsInputs)
        {
            return;
        }

        Check.Samples(inputGradients.Length, count, info.InputSize, nameof(inputGradients));
        Overlap.Refuse(outputGradients, nameof(outputGradients), inputGradients, nameof(inputGradients));
        Overlap.RefuseOwn(inputGradients, nameof(inputGradients), memory.GradientSpan, nameof(ITrainer.Gradients));
        Overlap.RefuseOwn(inputGradients, nameof(inputGradients), memory.OutputBuffer.Span, nameof(ITrainer.Outputs));
    }
}
