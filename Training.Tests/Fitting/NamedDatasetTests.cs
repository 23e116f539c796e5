using System;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Fitting;

/// <summary>An array for each input and output, by name, instead of interleaved ones.</summary>
public sealed class NamedDatasetTests
{
    private const int Count = 11;

    private readonly float[] _left = Samples.Values(Count * 4, 1);
    private readonly float[] _right = Samples.Values(Count * 3, 2);
    private readonly int[] _kinds = [.. Enumerable.Range(0, Count).Select(n => n % 3)];
    private readonly float[] _places = Samples.Values(Count * 2, 3);

    [Fact]
    public void It_is_the_one_that_is_interleaved_by_hand()
    {
        float[] inputs = [.. Enumerable.Range(0, Count).SelectMany(n => _left.Skip(n * 4).Take(4).Concat(_right.Skip(n * 3).Take(3)))];
        Dataset byHand = new(inputs, _kinds, _places, FreeOutputNet.InputSize);
        Dataset named = Dataset.For<FreeOutputNet>(("place", _places), ("right", _right), ("kind", _kinds), ("left", _left));
        FitOptions options = new() { Verbose = Verbose.Silent, BatchSize = 4, Epochs = 2, ValidationSplit = 0.3, CheckData = true };

        FreeOutputNet first = new();
        FreeOutputNet second = new();
        first.Fit(byHand, options);
        second.Fit(named, options);

        Assert.Equal(first.Parameters.ToArray(), second.Parameters.ToArray());
        Assert.Equal(first.Predict(byHand), second.Predict(Dataset.For<FreeOutputNet>(("left", _left), ("right", _right))));
        Assert.Equal(first.Evaluate(byHand.Skip(3)).ToString(), second.Evaluate(named.Skip(3)).ToString());
    }

    [Fact]
    public void Bytes_are_scaled_and_indexes_are_whole_numbers()
    {
        byte[] bytes = [0, 255, 51, 102];
        using IBatchReader reader = Dataset.For<FreeOutputNet>(("left", bytes), ("right", new[] { 1, 2, 3 }), ("kind", new byte[] { 2 }), ("place", new float[2]))
            .CreateReader(1);
        Assert.True(reader.Read(out Batch batch));

        Assert.Equal([0, 1, 51 * (1f / 255), 102 * (1f / 255), 1, 2, 3], batch.Inputs.ToArray());
        Assert.Equal([2], batch.Labels.ToArray());
    }

    [Fact]
    public void An_only_output_has_any_name()
    {
        Dataset data = Dataset.For<PointNet>(("input_layer", _left), ("class", _kinds));

        Assert.Equal(new PointNet().Evaluate(new Dataset(_left, _kinds)).Loss, new PointNet().Evaluate(data).Loss);
    }

    [Fact]
    public void What_does_not_fit_is_called_by_name()
    {
        AssertRefused("The array 'right' is missing: an input of FreeOutputNet.", ("left", _left));
        AssertRefused("The array 'place' is missing: an output of FreeOutputNet.", ("left", _left), ("right", _right), ("kind", _kinds));
        AssertRefused("FreeOutputNet has no input or output 'middle'; it has: left, right, features, grid, head, kind, place.", ("middle", _left));
        AssertRefused("The output 'head' of FreeOutputNet has no loss, so it takes no array.", ("head", _left));
        AssertRefused("There are two arrays called 'left'.", ("left", _left), ("left", _left));
        AssertRefused("'right' must hold 3 values for each sample, but holds 4.", ("left", _left), ("right", new float[4]));
        AssertRefused("'right' holds 1 samples, but 'left' holds 11.", ("left", _left), ("right", new float[3]));
        AssertRefused("'left' of FreeOutputNet takes floats, bytes or ints, but is of Double.", ("left", new double[4]), ("right", _right));
        AssertRefused(
            "'kind' of FreeOutputNet takes ints or bytes, the classes, but is of Single.",
            ("left", _left), ("right", _right), ("kind", new float[Count]), ("place", _places));
    }

    [Fact]
    public void The_places_are_constants()
    {
        Assert.Equal([0, 4, 4, 3], [FreeOutputNet.Inputs.LeftOffset, FreeOutputNet.Inputs.LeftSize, FreeOutputNet.Inputs.RightOffset, FreeOutputNet.Inputs.RightSize]);
        Assert.Equal(FreeOutputNet.Outputs.PlaceOffset + FreeOutputNet.Outputs.PlaceSize, FreeOutputNet.OutputSize);
        Assert.Equal([new InputInfo("left", 0, 4), new InputInfo("right", 4, 3)], new FreeOutputNet().GetInfo().Inputs);
        Assert.Equal([new InputInfo("input_layer", 0, 4)], new PointNet().GetInfo().Inputs);
    }

    /// <summary>Compiles: whole numbers in brackets are labels.</summary>
    [Fact]
    public void Labels_may_be_written_in_place()
    {
        using IBatchReader reader = new Dataset(new float[4], [0, 1], 2).CreateReader(2);
        Assert.True(reader.Read(out Batch batch));

        Assert.Equal([0, 1], batch.Labels.ToArray());
    }

    private static void AssertRefused(string message, params (string Name, Array Values)[] arrays) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => Dataset.For<FreeOutputNet>(arrays)).Message, StringComparison.Ordinal);
}
