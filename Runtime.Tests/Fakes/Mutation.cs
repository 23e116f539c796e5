using System;

namespace StaticNets.Tests;

/// <summary>Damages a file in one of the ways in which files are damaged: bits, bytes, numbers, cuts, holes, repetitions.</summary>
internal static class Mutation
{
    private static readonly byte[] Interesting = [0, 1, 0x7F, 0x80, 0xFF, .. "\"{}[],-9\\"u8];

    public static byte[] Of(byte[] valid, Random random)
    {
        byte[] bytes = (byte[])valid.Clone();
        int times = 1 + random.Next(3);
        for (int i = 0; i < times && bytes.Length > 0; i++)
        {
            bytes = Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        // Half of the damage goes to the begin, where the headers are.
        int place = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length, 200));
        int length = Math.Min(bytes.Length - place, 1 + random.Next(12));
        switch (random.Next(7))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[place] = Interesting[random.Next(Interesting.Length)];
                return bytes;
            case 2:
                random.NextBytes(bytes.AsSpan(place, length));
                return bytes;
            case 3:
                return bytes[..place];
            case 4:
                return [.. bytes[..place], .. bytes[(place + length)..]];
            case 5:
                return [.. bytes[..(place + length)], .. bytes[place..]];
            default:
                return [.. bytes[..place], Interesting[random.Next(Interesting.Length)], .. bytes[place..]];
        }
    }
}
