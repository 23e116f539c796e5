using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>Data that is written out in the call: each of these must compile, and mean floats and labels.</summary>
public sealed class DatasetLiteralTests
{
    private static readonly float[] s_inputs = [1, 2, 3, 4];
    private static readonly byte[] s_bytes = [1, 2, 3, 255];

    [Fact]
    public void Whole_numbers_are_labels_and_others_targets()
    {
        Check(new Dataset(s_inputs, [0, 1], 2), [1, 2, 3, 4], [0, 1], []);
        Check(new Dataset(s_inputs, [0, 1], inputSize: 2), [1, 2, 3, 4], [0, 1], []);
        Check(new Dataset(s_inputs, [0, 1]), [1, 2, 3, 4], [0, 1], []);
        Check(new Dataset(s_inputs, [0f, 1], 2), [1, 2, 3, 4], [], [0, 1]);
        Check(new Dataset(s_inputs, [0.5f, 1], 2), [1, 2, 3, 4], [], [0.5f, 1]);
        Check(new Dataset(s_inputs, [0, 1], [5, 6], 2), [1, 2, 3, 4], [0, 1], [5, 6]);
        Check(new Dataset(s_bytes, [0, 1], 2, 1), [1, 2, 3, 255], [0, 1], []);
        Check(new Dataset(s_bytes, [0, 1], 2), [1f / 255, 2 * (1f / 255), 3 * (1f / 255), 1], [0, 1], []);
        int? size = 2;
        Check(new Dataset(s_inputs, [0, 1], size), [1, 2, 3, 4], [0, 1], []);
    }

    [Fact]
    public void Inputs_are_floats()
    {
        Check(new Dataset([1, 2, 3, 4], [0, 1], 2), [1, 2, 3, 4], [0, 1], []);
        Check(new Dataset([1, 2, 3, 4], [0, 1]), [1, 2, 3, 4], [0, 1], []);
        Check(new Dataset([1, 2, 3, 4], [0.5f, 1], 2), [1, 2, 3, 4], [], [0.5f, 1]);
        Check(new Dataset([1, 2, 3, 4], 2), [1, 2, 3, 4], [], []);
    }

    private static void Check(Dataset data, float[] inputs, int[] labels, float[] targets)
    {
        Assert.True(data.CreateReader(9).Read(out Batch batch));
        Assert.Equal(2, data.InputSize);
        Assert.Equal(inputs, batch.Inputs.ToArray());
        Assert.Equal(labels, batch.Labels.ToArray());
        Assert.Equal(targets, batch.Targets.ToArray());
    }
}
