namespace StaticNets.Tests.Checks;

/// <summary>
/// Numbers that look random and are a plain function of (seed, index), so that Python makes the same ones to the last bit
/// (tools/reference/hashed_values.py).
/// </summary>
internal static class HashedValues
{
    /// <summary>A float in [-scale / 2, scale / 2): 24 bits of the hash, every step exact but the last product.</summary>
    public static float Value(uint seed, uint index, float scale) => ((Hash(seed, index) >> 8) / 16777216f - 0.5f) * scale;

    public static int Label(uint seed, uint index, int classes) => (int)(Hash(seed, index) % (uint)classes);

    public static float[] Array(uint seed, int length, float scale)
    {
        float[] values = new float[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = Value(seed, (uint)i, scale);
        }

        return values;
    }

    /// <summary>The finalizer of MurmurHash3 (Austin Appleby, public domain) over a weighted sum.</summary>
    public static uint Hash(uint seed, uint index)
    {
        unchecked
        {
            uint h = (seed * 0x9E3779B1u) + (index * 0x85EBCA77u) + 0x165667B1u;
            h = (h ^ (h >> 16)) * 0x85EBCA6Bu;
            h = (h ^ (h >> 13)) * 0xC2B2AE35u;
            return h ^ (h >> 16);
        }
    }
}
