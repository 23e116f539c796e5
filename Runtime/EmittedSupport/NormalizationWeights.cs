using System;
using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// What batch normalizations derive from their weights and put into them, for the emitted code. Done once for each change of the weights.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NormalizationWeights
{
    /// <summary>
    /// The scale of some channels: <c>gamma / sqrt(variance + epsilon)</c>. Without gamma, a null reference, it is 1.
    /// </summary>
    public static void Scale(ref float gamma, ref float variance, float epsilon, ref float scale, int first, int last)
    {
        for (int c = first; c < last; c++)
        {
            float inverse = 1 / MathF.Sqrt(Unsafe.Add(ref variance, c) + epsilon);
            Unsafe.Add(ref scale, c) = Unsafe.IsNullRef(ref gamma) ? inverse : inverse * Unsafe.Add(ref gamma, c);
        }
    }

    /// <summary>
    /// A kernel and a bias with a normalization folded in: each output channel's weights times its factor, and the bias through it. Values
    /// of the kernel stand in runs for one output channel after the other. What does not exist is a null reference.
    /// </summary>
    public static void Fold(
        ref float kernel,
        ref float bias,
        ref float gamma,
        ref float beta,
        ref float mean,
        ref float variance,
        float epsilon,
        ref float foldedKernel,
        ref float foldedBias,
        int length,
        int channels,
        int run)
    {
        float[] scales = ArrayPool<float>.Shared.Rent(channels);
        ref float scale = ref MemoryMarshal.GetArrayDataReference(scales);
        Scale(ref gamma, ref variance, epsilon, ref scale, 0, channels);
        for (int i = 0, c = 0; i < length; i += run, c = c + 1 == channels ? 0 : c + 1)
        {
            for (int j = i; j < i + run; j++)
            {
                Unsafe.Add(ref foldedKernel, j) = Unsafe.Add(ref kernel, j) * scales[c];
            }
        }

        for (int c = 0; c < channels; c++)
        {
            float distance = (Unsafe.IsNullRef(ref bias) ? 0 : Unsafe.Add(ref bias, c)) - Unsafe.Add(ref mean, c);
            Unsafe.Add(ref foldedBias, c) = (distance * scales[c]) + (Unsafe.IsNullRef(ref beta) ? 0 : Unsafe.Add(ref beta, c));
        }

        ArrayPool<float>.Shared.Return(scales);
    }

    /// <summary>
    /// Takes the statistics of a batch, mean, inverse deviation and variance one after the other, into the moving averages:
    /// <c>moving = moving momentum + batch (1 - momentum)</c>.
    /// </summary>
    public static void Move(ref float statistics, ref float mean, ref float variance, int channels, float momentum)
    {
        for (int c = 0; c < channels; c++)
        {
            ref float meanOfChannel = ref Unsafe.Add(ref mean, c);
            ref float varianceOfChannel = ref Unsafe.Add(ref variance, c);
            meanOfChannel = (meanOfChannel * momentum) + (Unsafe.Add(ref statistics, c) * (1 - momentum));
            varianceOfChannel = (varianceOfChannel * momentum) + (Unsafe.Add(ref statistics, (2 * channels) + c) * (1 - momentum));
        }
    }
}
