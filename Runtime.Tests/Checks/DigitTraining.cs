using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>Ten steps of the CNN of the README's table (tools/reference/train_reference.py).</summary>
internal sealed class DigitTraining : TrainingReference
{
    private const int Pictures = 32;
    private const uint WeightSeed = 100;
    private const uint LabelSeed = 300;
    private const uint InputSeed = 10_000;
    private const float BiasScale = 0.2f;
    private const int PictureSize = 28 * 28;
    private const int Classes = 10;

    private readonly int[] _pictures;

    /// <param name="name"><c>momentum</c> or <c>adam</c>.</param>
    public DigitTraining(string name)
        : base(Results.GetProperty(name), File.ReadAllBytes(PathOf($"training-reference-{name}.bin"))) =>
        _pictures = [.. Results.GetProperty(name).GetProperty("pictures").EnumerateArray().Select(value => value.GetInt32())];

    public static JsonElement Results { get; } = JsonDocument.Parse(File.ReadAllText(PathOf("training-reference.json"))).RootElement;

    public override int BatchSize => Pictures;

    public override double ShareWithinTolerance => 0.999;

    public static float[] WeightsOf(ReferenceNet net)
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

    public override float[] InitialWeights(NetCase net) => WeightsOf(net.Reference);

    public override CheckBatch Batch(NetCase net, int step)
    {
        int[] pictures = _pictures[(step * BatchSize)..((step + 1) * BatchSize)];
        return new CheckBatch
        {
            Count = BatchSize,
            Inputs = [.. pictures.SelectMany(Picture)],
            Labels = [.. pictures.Select(index => HashedValues.Label(LabelSeed, (uint)index, Classes))],
        };
    }
}
