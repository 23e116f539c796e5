using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text.Json;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Ten steps that PyTorch computed in float64 (tools/reference/train_reference.py): the same weights and pictures, made again, and its
/// results.
/// </summary>
internal sealed class TrainingReference
{
    public const int Steps = 10;
    public const int BatchSize = 32;

    private const uint WeightSeed = 100;
    private const uint LabelSeed = 300;
    private const uint InputSeed = 10_000;
    private const float BiasScale = 0.2f;
    private const int PictureSize = 28 * 28;
    private const int Classes = 10;

    private readonly int[] _pictures;

    /// <param name="name"><c>momentum</c> or <c>adam</c>.</param>
    public TrainingReference(string name)
    {
        JsonElement results = Results.GetProperty(name);
        Losses = [.. results.GetProperty("losses").EnumerateArray().Select(value => value.GetDouble())];
        Penalties = [.. results.GetProperty("penalties").EnumerateArray().Select(value => value.GetDouble())];
        _pictures = [.. results.GetProperty("pictures").EnumerateArray().Select(value => value.GetInt32())];
        FinalWeights = ReadFloats(PathOf($"training-reference-{name}.bin"));
    }

    public static JsonElement Results { get; } = JsonDocument.Parse(File.ReadAllText(PathOf("training-reference.json"))).RootElement;

    public double[] Losses { get; }

    public double[] Penalties { get; }

    /// <summary>After the last step, rounded to float32.</summary>
    public float[] FinalWeights { get; }

    public static float[] InitialWeights(ReferenceNet net)
    {
        float[] weights = new float[net.ParameterCount];
        for (int t = 0; t < net.Tensors.Count; t++)
        {
            ReferenceTensor tensor = net.Tensors[t];
            float scale = tensor.Shape.Length == 1 ? BiasScale : (float)Math.Sqrt(12.0 / tensor.FanIn);
            HashedValues.Array(WeightSeed + (uint)t, tensor.Length, scale).CopyTo(weights, tensor.Offset);
        }

        return weights;
    }

    /// <summary>A picture with values in [0, 1).</summary>
    public static float[] Picture(int index) =>
        [.. HashedValues.Array(InputSeed + (uint)index, PictureSize, 1).Select(value => value + 0.5f)];

    public CheckBatch Batch(int step)
    {
        int[] pictures = _pictures[(step * BatchSize)..((step + 1) * BatchSize)];
        return new CheckBatch
        {
            Count = BatchSize,
            Inputs = [.. pictures.SelectMany(Picture)],
            Labels = [.. pictures.Select(index => HashedValues.Label(LabelSeed, (uint)index, Classes))],
        };
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static float[] ReadFloats(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        float[] values = new float[bytes.Length / sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return values;
    }
}
