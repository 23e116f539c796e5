using System;
using Xunit;

namespace StaticNets.Training.Tests.Fitting;

/// <summary>Data is looked through before the first step, and what is wrong is called by its place in the data.</summary>
public sealed class DataCheckTests
{
    private static readonly FitOptions s_quiet = new() { Verbose = Verbose.Silent, Seed = 5 };

    [Fact]
    public void A_wrong_label_is_found_before_the_first_step()
    {
        int[] labels = Labels(3200);
        labels[3000] = 3;
        Dataset data = Of(labels);
        const string Message = "data: sample 3000 has the label 3, but PointNet has the classes 0 to 2.";

        AssertRefused(Message, net => net.Fit(data, s_quiet));
        AssertRefused(Message, net => net.Fit(data, s_quiet with { ValidationSplit = 0.2 }));
        AssertRefused(Message, net => net.Evaluate(data));
        AssertRefused(Message, net => net.Fit(data.Shuffle(100).Prefetch(), s_quiet));
        AssertRefused("data: sample 100 has the label 3,", net => net.Fit(data.Skip(2900), s_quiet));
        AssertRefused(
            "options.ValidationData: sample 3000 has the label 3,",
            net => net.Fit(Of(Labels(8)), s_quiet with { ValidationData = data }),
            "options.ValidationData");
        Assert.Single(new PointNet().Fit(data.Take(3000), s_quiet)["loss"]);
    }

    [Fact]
    public void Labels_that_count_from_1_and_labels_to_leave_out_are_recognized()
    {
        int[] fromOne = Array.ConvertAll(Labels(90), label => label + 1);
        AssertRefused(
            "data: sample 2 has the label 3, but PointNet has the classes 0 to 2; labels count from 0, and these seem to count from 1.",
            net => net.Fit(Of(fromOne), s_quiet));
        int[] unknown = Labels(90);
        unknown[7] = -1;
        AssertRefused(
            "data: sample 7 has the label -1, but PointNet has the classes 0 to 2; labels that don't count are left out by IgnoreClass = -1.",
            net => net.Fit(Of(unknown), s_quiet));
    }

    [Fact]
    public void One_hot_targets_for_a_sparse_loss_are_recognized()
    {
        float[] oneHot = [1, 0, 0, 0, 0, 1];
        AssertRefused(
            "data has targets, but no labels; SparseCategoricalCrossentropy takes 1 label for each sample; "
                + "these targets are one-hot: use Loss.CategoricalCrossentropy, or the place of each 1 as a label.",
            net => net.Fit(new Dataset(new float[8], oneHot, 4), s_quiet));
        AssertRefused(
            "data has targets, but no labels; SparseCategoricalCrossentropy takes 1 label for each sample.",
            net => net.Evaluate(new Dataset(new float[8], new float[2], 4)));
        AssertRefused(
            "data has neither labels nor targets; SparseCategoricalCrossentropy takes 1 label for each sample.",
            net => net.Fit(new Dataset(new float[8], 4), s_quiet));
        AssertRefused(
            "data has 2 labels for each sample; SparseCategoricalCrossentropy takes 1 label for each sample.",
            net => net.Fit(new Dataset(new float[8], new int[4], 4), s_quiet));
    }

    [Fact]
    public void So_are_targets_of_the_wrong_width()
    {
        AssertRefused<MetricNet>(
            "data has labels, but no targets; CategoricalCrossentropy takes 7 targets for each sample; for labels there is Loss.SparseCategoricalCrossentropy.",
            net => net.Fit(new Dataset(new float[14], new int[2], 7), s_quiet));
        AssertRefused<WideNet>(
            "data has 3 targets for each sample; MeanSquaredError takes 5 targets for each sample.",
            net => net.Fit(new Dataset(new float[140], new float[6], 70), s_quiet));
        AssertRefused<TwoOutputNet>(
            "data has 2 labels for each sample; SparseCategoricalCrossentropy takes 1 label for each sample.",
            net => net.Fit(new Dataset(new float[8], new int[4], new float[4], 4), s_quiet));
        AssertRefused<WideNet>(
            "data has 1 label for each sample; WideNet takes none.",
            net => net.Fit(new Dataset(new float[140], new int[2], new float[10], 70), s_quiet));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void What_is_not_finite_is_found_on_request(float value, string text)
    {
        float[] inputs = new float[8000];
        inputs[6002] = value;
        Dataset data = new(inputs, Labels(2000));
        string message = $"data: input 2 of sample 1500 is {text}, which is not finite.";

        AssertRefused(message, net => net.Fit(data, s_quiet with { CheckData = true }));
        AssertRefused(message, net => net.Fit(new Foreign(data), s_quiet with { CheckData = true }));
        AssertRefused(message, net => net.Fit(data.Shuffle(30), s_quiet with { CheckData = true }));
        AssertRefused<BinaryNet>(
            $"data: target 0 of sample 1 is {text}, which is not finite.",
            net => net.Fit(new Dataset(new float[8], [0, value], 4), s_quiet with { CheckData = true }));
        Assert.Single(new PointNet().Fit(data, s_quiet)["loss"]);
    }

    [Fact]
    public void Other_sources_are_read_through_on_request()
    {
        int[] labels = Labels(2000);
        labels[1500] = 9;
        AssertRefused(
            "data: sample 1500 has the label 9, but PointNet has the classes 0 to 2.",
            net => net.Fit(new Foreign(Of(labels)), s_quiet with { CheckData = true }));
        AssertRefused(
            "data has targets, but no labels; SparseCategoricalCrossentropy takes 1 label for each sample.",
            net => net.Fit(new Foreign(new Dataset(new float[8], new float[2], 4)), s_quiet with { CheckData = true }));
    }

    [Fact]
    public void Indexes_are_checked_like_labels()
    {
        float[] inputs = new float[12 * 100];
        inputs[(12 * 70) + 3] = 4;
        AssertRefused<MaskedTagNet>(
            "data: input 3 of sample 70 is 4, where MaskedTagNet takes whole numbers from 0 to 3.",
            net => net.Fit(new Dataset(inputs, new int[400], new float[800], 12), s_quiet));
    }

    private static int[] Labels(int count)
    {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 3;
        }

        return labels;
    }

    private static Dataset Of(int[] labels) => new(new float[labels.Length * 4], labels);

    private static void AssertRefused(string message, Action<PointNet> action, string argument = "data") => AssertRefused<PointNet>(message, action, argument);

    private static void AssertRefused<TNet>(string message, Action<TNet> action, string argument = "data")
        where TNet : class, ITrainableNet<TNet>
    {
        TNet net = TNet.Create(1);
        float[] before = net.Parameters.ToArray();
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(() => action(net));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(argument, refused.ParamName);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    /// <summary>A source that nothing is known of.</summary>
    private sealed class Foreign(Dataset data) : IBatchSource
    {
        public int Count => data.Count;

        public int InputSize => data.InputSize;

        public IBatchReader CreateReader(int batchSize) => data.CreateReader(batchSize);
    }
}
