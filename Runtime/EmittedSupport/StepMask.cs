using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>Masks of sequences' steps, for the emitted code: values that are not 0 where a step counts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StepMask
{
    // Keras' epsilon: a batch may have no step that counts.
    private const double Epsilon = 1e-7;

    /// <summary>What each step that counts weighs in the loss, so that it is their mean: all steps over those that count.</summary>
    /// <param name="mask">The mask of a batch.</param>
    /// <param name="count">Its values.</param>
    public static float Weight(ref float mask, int count)
    {
        int valid = 0;
        for (int i = 0; i < count; i++)
        {
            valid += Unsafe.Add(ref mask, i) != 0 ? 1 : 0;
        }

        return (float)Weight(count, valid);
    }

    internal static double Weight(double count, double valid) => count / (valid + Epsilon);
}
