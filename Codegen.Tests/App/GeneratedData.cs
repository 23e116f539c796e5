using System;

namespace StaticNets.Codegen.App;

/// <summary>Made-up samples, the same on every machine: noise, with a brighter patch where the label says.</summary>
public static class GeneratedData
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>Labels from 0 to 9.</summary>
    public static int[] Labels(int count, uint seed)
    {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (int)(Hash(seed, (uint)i) % Classes);
        }

        return labels;
    }

    /// <summary>Samples of <paramref name="size"/> floats from 0 to 1, one for each label.</summary>
    public static float[] Inputs(ReadOnlySpan<int> labels, int size, uint seed)
    {
        float[] inputs = new float[labels.Length * size];
        for (int n = 0; n < labels.Length; n++)
        {
            Span<float> sample = inputs.AsSpan(n * size, size);
            for (int i = 0; i < size; i++)
            {
                float noise = (Hash(seed + 1, (uint)((n * size) + i)) >> 8) * (0.5f / (1 << 24));
                sample[i] = i * Classes / size == labels[n] ? 0.5f + noise : noise;
            }
        }

        return inputs;
    }

    // Two rounds of multiply and shift, after the finalizer of MurmurHash3.
    private static uint Hash(uint seed, uint index)
    {
        uint h = unchecked((seed * 0x9E3779B9) + index + 1);
        h = unchecked((h ^ (h >> 16)) * 0x85EBCA6B);
        h = unchecked((h ^ (h >> 13)) * 0xC2B2AE35);
        return h ^ (h >> 16);
    }
}
