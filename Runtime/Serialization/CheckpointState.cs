using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;

namespace StaticNets.Serialization;

/// <summary>
/// What a checkpoint says beside weights and slots: the trainer's counters and, where it was written in a fit, where that stands.
/// </summary>
internal sealed record CheckpointState
{
    private const int Version = 1;

    public required long Iteration { get; init; }

    public required long Updates { get; init; }

    public required int AccumulatedGradients { get; init; }

    /// <summary>Null in files of before there was one: then no gradients were left over.</summary>
    public long? Steps { get; init; }

    public required int Seed { get; init; }

    public required float LearningRate { get; init; }

    public FitState? Fit { get; init; }

    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("iteration", Iteration);
            json.WriteNumber("updates", Updates);
            json.WriteNumber("accumulated_gradients", AccumulatedGradients);
            if (Steps is long steps)
            {
                json.WriteNumber("steps", steps);
            }

            json.WriteNumber("seed", Seed);
            json.WriteNumber("learning_rate_bits", BitConverter.SingleToUInt32Bits(LearningRate));
            Fit?.Write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="text">What the metadata says.</param>
    /// <param name="arrays">What stands beside the weights, by name.</param>
    /// <param name="source">What error messages call the file.</param>
    /// <exception cref="InvalidDataException">The text is damaged.</exception>
    public static CheckpointState Parse(string text, IReadOnlyDictionary<string, float[]> arrays, string source)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is int version and not Version)
            {
                throw new InvalidDataException(
                    $"{source} is a checkpoint of version {version.ToString(CultureInfo.InvariantCulture)}; version 1 is read.");
            }

            CheckpointState state = new()
            {
                Iteration = root.GetProperty("iteration").GetInt64(),
                Updates = root.GetProperty("updates").GetInt64(),
                AccumulatedGradients = root.GetProperty("accumulated_gradients").GetInt32(),
                Steps = root.TryGetProperty("steps", out JsonElement steps) ? steps.GetInt64() : null,
                Seed = root.GetProperty("seed").GetInt32(),
                LearningRate = BitConverter.UInt32BitsToSingle(root.GetProperty("learning_rate_bits").GetUInt32()),
                Fit = root.TryGetProperty("fit", out JsonElement fit) ? FitState.Read(fit, arrays) : null,
            };
            bool valid = state is { Iteration: >= 0 and <= StepCount.Most, Updates: >= 0 and <= StepCount.Most, AccumulatedGradients: >= 0 }
                && state.Steps is null or (>= 0 and <= StepCount.Most)
                && float.IsFinite(state.LearningRate) && state.LearningRate >= 0
                && state.Fit is not ({ Epoch: < 0 } or { Batch: < 0 } or { BatchSize: < 1 } or { Steps: < 1 })
                && !(state.Fit?.Batch > state.Fit?.Steps);
            return valid ? state : throw new InvalidDataException($"{source} is a damaged checkpoint: a number is out of range.");
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException
            or KeyNotFoundException)
        {
            throw new InvalidDataException($"{source} is a damaged checkpoint: {damaged.Message}", damaged);
        }
    }
}
