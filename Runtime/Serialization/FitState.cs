using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StaticNets.Serialization;

/// <summary>Where a fit stands: its place, the sums that the running epoch's means are made of, and the states of its callbacks.</summary>
internal sealed record FitState
{
    public required int Epoch { get; init; }

    public required int Batch { get; init; }

    public required int Seed { get; init; }

    public required bool Shuffle { get; init; }

    public required int BatchSize { get; init; }

    public required int Steps { get; init; }

    public required bool StopTraining { get; init; }

    public required double[] Sums { get; init; }

    public required IReadOnlyDictionary<string, CallbackState> Callbacks { get; init; }

    /// <summary>The callbacks' arrays, by their names in the file.</summary>
    public IEnumerable<CheckpointArray> Arrays =>
        from callback in Callbacks
        from array in callback.Value.Arrays
        select new CheckpointArray(CheckpointArray.OfCallback(callback.Key, array.Key), array.Value);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("fit");
        json.WriteNumber("epoch", Epoch);
        json.WriteNumber("batch", Batch);
        json.WriteNumber("shuffle_seed", Seed);
        json.WriteBoolean("shuffle", Shuffle);
        json.WriteNumber("batch_size", BatchSize);
        json.WriteNumber("steps", Steps);
        json.WriteBoolean("stop_training", StopTraining);
        json.WriteStartArray("sum_bits");
        foreach (double sum in Sums)
        {
            json.WriteNumberValue(BitConverter.DoubleToInt64Bits(sum));
        }

        json.WriteEndArray();
        json.WriteStartObject("callbacks");
        foreach ((string key, CallbackState state) in Callbacks)
        {
            json.WriteStartObject(key);
            Write(json, state);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">An array is not there.</exception>
    public static FitState Read(JsonElement fit, IReadOnlyDictionary<string, float[]> arrays) => new()
    {
        Epoch = fit.GetProperty("epoch").GetInt32(),
        Batch = fit.GetProperty("batch").GetInt32(),
        Seed = fit.GetProperty("shuffle_seed").GetInt32(),
        Shuffle = fit.GetProperty("shuffle").GetBoolean(),
        BatchSize = fit.GetProperty("batch_size").GetInt32(),
        Steps = fit.GetProperty("steps").GetInt32(),
        StopTraining = fit.GetProperty("stop_training").GetBoolean(),
        Sums = [.. fit.GetProperty("sum_bits").EnumerateArray().Select(bits => BitConverter.Int64BitsToDouble(bits.GetInt64()))],
        Callbacks = fit.GetProperty("callbacks").EnumerateObject().DistinctBy(callback => callback.Name).ToDictionary(
            callback => callback.Name, callback => ReadCallback(callback, arrays)),
    };

    // Numbers stand there as their bits, texts as they are, and an array as null, which says that it stands beside the weights.
    private static void Write(Utf8JsonWriter json, CallbackState state)
    {
        foreach ((string name, double value) in state.Numbers)
        {
            json.WriteNumber(name, BitConverter.DoubleToInt64Bits(value));
        }

        foreach ((string name, string value) in state.Texts)
        {
            json.WriteString(name, value);
        }

        foreach (string name in state.Arrays.Keys)
        {
            json.WriteNull(name);
        }
    }

    private static CallbackState ReadCallback(JsonProperty callback, IReadOnlyDictionary<string, float[]> arrays)
    {
        CallbackState state = new(parameterCount: 0); // the arrays have been checked
        foreach (JsonProperty value in callback.Value.EnumerateObject())
        {
            switch (value.Value.ValueKind)
            {
                case JsonValueKind.String:
                    state.SetText(value.Name, value.Value.GetString());
                    break;
                case JsonValueKind.Null:
                    state.Arrays[value.Name] = arrays[CheckpointArray.OfCallback(callback.Name, value.Name)];
                    break;
                default:
                    state.SetNumber(value.Name, BitConverter.Int64BitsToDouble(value.Value.GetInt64()));
                    break;
            }
        }

        return state;
    }
}
