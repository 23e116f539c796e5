using System;
using StaticNets;

/// <summary>Points in two interlocking half-moons. Put your own data in its place.</summary>
internal static class Moons
{
    public static Dataset Draw(int count, int seed)
    {
        Random random = new(seed);
        float[] points = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            double angle = Math.PI * random.NextDouble();
            double x = labels[i] == 0 ? Math.Cos(angle) : 1 - Math.Cos(angle);
            double y = labels[i] == 0 ? Math.Sin(angle) : 0.5 - Math.Sin(angle);
            points[2 * i] = (float)(x + (0.1 * (random.NextDouble() - 0.5)));
            points[(2 * i) + 1] = (float)(y + (0.1 * (random.NextDouble() - 0.5)));
        }

        return new Dataset(points, labels);
    }
}
