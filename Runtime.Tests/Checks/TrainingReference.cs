using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StaticNets.Tests.Checks;

/// <summary>Training steps that PyTorch computed in float64: the same weights and batches, made again, and its results.</summary>
internal abstract class TrainingReference
{
    /// <param name="results">The losses and the penalties of the steps.</param>
    /// <param name="finalWeights">Float32, little-endian.</param>
    protected TrainingReference(JsonElement results, byte[] finalWeights)
    {
        Losses = [.. results.GetProperty("losses").EnumerateArray().Select(value => value.GetDouble())];
        Penalties = [.. results.GetProperty("penalties").EnumerateArray().Select(value => value.GetDouble())];
        FinalWeights = MemoryMarshal.Cast<byte, float>(finalWeights).ToArray();
    }

    public int Steps => Losses.Length;

    public abstract int BatchSize { get; }

    /// <summary>How many of the final weights must be as close as rounding lets them be.</summary>
    public abstract double ShareWithinTolerance { get; }

    public double[] Losses { get; }

    public double[] Penalties { get; }

    /// <summary>After the last step, rounded to float32.</summary>
    public float[] FinalWeights { get; }

    public abstract float[] InitialWeights(NetCase net);

    public abstract CheckBatch Batch(NetCase net, int step);

    protected static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);
}
