using System;
using System.Globalization;
using System.IO;
using StaticNets;

namespace EmbeddedTrainer;

/// <summary>What survives a restart: the weights, how far the stream was read, and how large errors usually are.</summary>
internal sealed class Memory(string folder)
{
    private string Weights => Path.Combine(folder, "pump.safetensors");

    private string Numbers => Path.Combine(folder, "pump.txt");

    public long Reading { get; set; }

    public float UsualError { get; set; } = 1;

    /// <summary>Takes up what an earlier run left.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryLoad(PumpNet net)
    {
        if (!File.Exists(Weights) || !File.Exists(Numbers))
        {
            return false;
        }

        net.Load(Weights);
        string[] numbers = File.ReadAllText(Numbers).Split(' ');
        Reading = long.Parse(numbers[0], CultureInfo.InvariantCulture);
        UsualError = float.Parse(numbers[1], CultureInfo.InvariantCulture);
        return true;
    }

    public void Save(PumpNet net)
    {
        net.Save(Weights);
        File.WriteAllText(Numbers, FormattableString.Invariant($"{Reading} {UsualError}"));
    }
}
