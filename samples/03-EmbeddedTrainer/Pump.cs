using System;

namespace EmbeddedTrainer;

/// <summary>A pump's vibration sensor, simulated: two tones and noise, and now and then a knock for a few readings.</summary>
internal static class Pump
{
    private const int Period = 5_000;
    private const int Knock = 8;

    /// <summary>Whether the pump knocks at this reading; not in the first 20,000, so that there is time to learn.</summary>
    public static bool Knocks(long reading) => reading > 20_000 && reading % Period < Knock;

    public static float Read(long reading)
    {
        double tones = Math.Sin(0.21 * reading) + (0.5 * Math.Sin((0.083 * reading) + 1));
        double noise = 0.04 * (Random(reading) - 0.5);
        return (float)(tones + noise + (Knocks(reading) ? (reading % 2 == 0 ? 1.5 : -1.5) : 0));
    }

    /// <summary>Evenly distributed from 0 to 1; a function of the reading, so that a restart sees the same stream.</summary>
    private static double Random(long reading)
    {
        ulong x = unchecked((ulong)reading * 0x9E3779B97F4A7C15UL);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL);
        return (x >> 11) * (1.0 / (1UL << 53));
    }
}
