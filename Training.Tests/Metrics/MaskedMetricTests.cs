using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Metrics;

/// <summary>Metrics of sequences leave out the steps that are masked, as the loss does.</summary>
public sealed class MaskedMetricTests
{
    private const int Count = 20;
    private const int Steps = 4;

    [Fact]
    public void Rows_of_masked_steps_don_t_count()
    {
        MaskedTagNet net = new(seed: 3);
        Dataset data = Data();
        float[] outputs = new float[Count * MaskedTagNet.OutputSize];
        net.Predict(Inputs(), outputs);
        float[][] samples = [.. outputs.Chunk(MaskedTagNet.OutputSize)];
        (int Sample, int Step)[] valid =
        [
            .. Enumerable.Range(0, Count * Steps).Select(i => (Sample: i / Steps, Step: i % Steps)).Where(at => Inputs()[(at.Sample * 12) + at.Step] != 0),
        ];
        Assert.InRange(valid.Length, 1, (Count * Steps) - 1);
        double accuracy = valid.Average(at =>
        {
            float[] row = samples[at.Sample][(at.Step * 3)..((at.Step + 1) * 3)];
            return System.Array.IndexOf(row, row.Max()) == Labels()[(at.Sample * Steps) + at.Step] ? 1.0 : 0;
        });

        // The second output's mask is of both inputs.
        (int Sample, int Step)[] inBoth = [.. valid.Where(at => Values(at).Any(value => value != 0.5f))];
        Assert.InRange(inBoth.Length, 1, valid.Length - 1);
        double error = inBoth.Average(at => Enumerable.Range(0, 2).Average(k =>
            System.Math.Abs(samples[at.Sample][(Steps * 3) + (at.Step * 2) + k] - Targets()[(((at.Sample * Steps) + at.Step) * 2) + k])));

        Evaluation evaluation = net.Evaluate(data, new EvaluationOptions { BatchSize = 7, ConfusionMatrix = true, ConfusionMatrixOutput = "tags" });

        Assert.Equal(accuracy, evaluation["tags_accuracy"], 1e-6);
        Assert.Equal(error, evaluation["values_mean_absolute_error"], 1e-5);
        Assert.Equal(valid.Length, Enumerable.Range(0, 3).Sum(label => evaluation.ConfusionMatrix!.Support(label)));

        static float[] Values((int Sample, int Step) at) => Inputs()[((at.Sample * 12) + 4 + (at.Step * 2))..((at.Sample * 12) + 6 + (at.Step * 2))];
    }

    [Fact]
    public void A_batch_without_a_step_that_counts_changes_nothing()
    {
        MaskedTagNet net = new(seed: 3);
        Evaluation some = net.Evaluate(Data().Take(1));
        float[] inputs = [.. Inputs().Take(12), .. new float[12]];
        Dataset withNone = new(inputs, [.. Labels().Take(2 * Steps)], [.. Targets().Take(2 * Steps * 2)], MaskedTagNet.InputSize);

        Assert.Equal(some["tags_accuracy"], net.Evaluate(withNone, batchSize: 1)["tags_accuracy"], 1e-6);
    }

    private static Dataset Data() => new(Inputs(), Labels(), Targets(), MaskedTagNet.InputSize);

    // Four indexes, then four steps of two values, some of them the masked one.
    private static float[] Inputs() => [.. Enumerable.Range(0, Count * 12).Select(i => i % 12 < 4 ? i * 7 % 5 % 4 : Signal(i / 12, (i % 12) - 4))];

    private static float Signal(int sample, int place) => (sample + (place / 2)) % 3 == 0 ? 0.5f : ((sample * 8) + place) % 9 / 9f;

    private static int[] Labels() => [.. Enumerable.Range(0, Count * Steps).Select(i => i * 5 % 7 % 3)];

    private static float[] Targets() => [.. Enumerable.Range(0, Count * Steps * 2).Select(i => i % 11 / 11f)];
}
