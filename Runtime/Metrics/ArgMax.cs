using System;

namespace StaticNets.Metrics;

/// <summary>Where the largest value of a row stands; the first one wins, and NaN is larger than any number, as in numpy.</summary>
internal static class ArgMax
{
    public static int Of(ReadOnlySpan<float> row)
    {
        int best = 0;
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] > row[best] || (float.IsNaN(row[i]) && !float.IsNaN(row[best])))
            {
                best = i;
            }
        }

        return best;
    }
}
