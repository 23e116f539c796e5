using System;
using System.IO;
using ImageFolder;
using StaticNets;
using StbImageSharp;

// Draws pictures, as no others come with it, and learns to tell them apart. One's own: a folder for each class, and the sizes in [Input] below.
string root = Directory.CreateTempSubdirectory("shapes").FullName;
try
{
    Shapes.Draw(Path.Combine(root, "train"), count: 400, seed: 1);
    Shapes.Draw(Path.Combine(root, "test"), count: 100, seed: 2);
    Folders train = Folders.Read(Path.Combine(root, "train"), Shapes.Size, Shapes.Size, ColorComponents.Grey);
    Folders test = Folders.Read(Path.Combine(root, "test"), Shapes.Size, Shapes.Size, ColorComponents.Grey);
    Console.WriteLine($"{train.Images.Count} pictures of {string.Join(", ", train.Classes)}");

    ShapeNet net = new(seed: 42);
    IBatchSource changed = train.Images.Shuffle(train.Images.Count).Augment(
        new ImageAugmentation(Shapes.Size, Shapes.Size) { HorizontalFlip = true, VerticalFlip = true, HeightShift = 1, WidthShift = 1 });
    net.Fit(changed.Prefetch(), new FitOptions { Epochs = 10, ValidationData = test.Images, Verbose = Verbose.OneLine });
    Evaluation result = net.Evaluate(test.Images, new EvaluationOptions { PrintTable = true });
    Console.WriteLine(FormattableString.Invariant($"test accuracy: {result["accuracy"]:F3}"));
}
finally
{
    Directory.Delete(root, recursive: true);
}

/// <summary>Two small convolutions.</summary>
[StaticNet]
[Input(20, 20, 1)]
[Conv2D(8, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Conv2D(16, 3, Activation = Activation.Relu)]
[MaxPooling2D(2)]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.005, Metrics = [Metric.Accuracy])]
public sealed partial class ShapeNet;
