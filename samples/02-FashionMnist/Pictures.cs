using System;
using System.Collections.Generic;
using System.IO;
using StaticNets;

namespace FashionMnist;

/// <summary>The pictures to learn from, and those that are kept back to test with.</summary>
internal sealed record Pictures(Dataset Train, Dataset Test)
{
    private const int ShippedForTraining = 8_000;
    private const string TrainImages = "train-images-idx3-ubyte.gz";
    private const string TrainLabels = "train-labels-idx1-ubyte.gz";
    private const string TestImages = "t10k-images-idx3-ubyte.gz";
    private const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    /// <summary>The files of the full dataset, as it is published.</summary>
    public static IReadOnlyList<string> FullFiles { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>The 10,000 pictures beside this program, most of them to train with.</summary>
    public static Pictures ReadShipped()
    {
        string directory = Path.Combine(AppContext.BaseDirectory, "data");
        Dataset all = Dataset.FromIdx(Path.Combine(directory, TestImages), Path.Combine(directory, TestLabels));
        return new Pictures(all.Take(ShippedForTraining), all.Skip(ShippedForTraining));
    }

    /// <summary>The full dataset: 60,000 pictures to train and 10,000 to test with.</summary>
    public static Pictures ReadFull(string directory) => new(
        Dataset.FromIdx(Path.Combine(directory, TrainImages), Path.Combine(directory, TrainLabels)),
        Dataset.FromIdx(Path.Combine(directory, TestImages), Path.Combine(directory, TestLabels)));
}
