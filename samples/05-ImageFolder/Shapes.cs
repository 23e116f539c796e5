using System;
using System.IO;
using StbImageWriteSharp;

namespace ImageFolder;

/// <summary>Draws crosses, discs and squares of any size at any place, with noise, as PNG files in three folders.</summary>
internal static class Shapes
{
    public const int Size = 20;

    public static void Draw(string root, int count, int seed)
    {
        Random random = new(seed);
        foreach (string shape in new[] { "cross", "disc", "square" })
        {
            string folder = Directory.CreateDirectory(Path.Combine(root, shape)).FullName;
            for (int n = 0; n < count; n++)
            {
                using FileStream file = File.Create(Path.Combine(folder, $"{n:0000}.png"));
                new ImageWriter().WritePng(Pixels(shape, random), Size, Size, ColorComponents.Grey, file);
            }
        }
    }

    private static byte[] Pixels(string shape, Random random)
    {
        double radius = 3.5 + (4 * random.NextDouble());
        double centerY = radius + ((Size - (2 * radius)) * random.NextDouble());
        double centerX = radius + ((Size - (2 * radius)) * random.NextDouble());
        byte[] pixels = new byte[Size * Size];
        for (int i = 0; i < pixels.Length; i++)
        {
            double y = Math.Abs((i / Size) + 0.5 - centerY);
            double x = Math.Abs((i % Size) + 0.5 - centerX);
            bool inside = shape switch
            {
                "cross" => Math.Max(y, x) <= radius && Math.Min(y, x) <= radius / 3,
                "disc" => (y * y) + (x * x) <= radius * radius,
                _ => Math.Max(y, x) <= radius,
            };
            pixels[i] = (byte)(random.Next(60) + (inside ? 150 : 0));
        }

        return pixels;
    }
}
