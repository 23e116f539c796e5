using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>Labels of a class that does not count, for the emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IgnoredLabels
{
    /// <summary>What each label that counts weighs in the loss, so that it is their mean: all over those that count.</summary>
    /// <param name="labels">The labels of a batch.</param>
    /// <param name="stride">Labels of a sample.</param>
    /// <param name="offset">Where the output's begin among them.</param>
    /// <param name="rows">How many are the output's.</param>
    /// <param name="ignored">The label that does not count.</param>
    /// <param name="count">Samples.</param>
    public static float Weight(ref int labels, int stride, int offset, int rows, int ignored, int count) =>
        Weight(ref labels, stride, offset, rows, ignored, count, ref Unsafe.NullRef<float>(), 1);

    /// <summary>The same where steps have a mask, too.</summary>
    /// <param name="labels">The labels of a batch.</param>
    /// <param name="stride">Labels of a sample.</param>
    /// <param name="offset">Where the output's begin among them.</param>
    /// <param name="rows">How many are the output's.</param>
    /// <param name="ignored">The label that does not count.</param>
    /// <param name="count">Samples.</param>
    /// <param name="mask">Values that are not 0 where a step counts: (count, steps).</param>
    /// <param name="steps">Steps of a sample.</param>
    public static float Weight(ref int labels, int stride, int offset, int rows, int ignored, int count, ref float mask, int steps)
    {
        int rowsOfStep = rows / steps;
        int valid = 0;
        for (int n = 0; n < count; n++)
        {
            for (int r = 0; r < rows; r++)
            {
                bool counts = Unsafe.IsNullRef(ref mask) || Unsafe.Add(ref mask, (n * steps) + (r / rowsOfStep)) != 0;
                valid += counts && Unsafe.Add(ref labels, (n * stride) + offset + r) != ignored ? 1 : 0;
            }
        }

        return (float)StepMask.Weight((double)count * rows, valid);
    }
}
