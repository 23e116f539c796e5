using System;
using System.Diagnostics;
using FashionMnist;
using StaticNets;

Pictures pictures = Pictures.ReadShipped();
Console.WriteLine(ClothesNet.Summary);

ClothesNet net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(pictures.Train, new FitOptions
{
    Epochs = 8,
    BatchSize = 64,
    Seed = 42,
    LearningRateSchedule = new CosineDecay(0.004, DecaySteps: 8 * pictures.Train.Count / 64),
    Verbose = Verbose.OneLine,
});
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

Evaluation seen = net.Evaluate(pictures.Train);
Evaluation unseen = net.Evaluate(pictures.Test);
Console.WriteLine(FormattableString.Invariant(
    $"accuracy {seen["accuracy"]:F3} on the training pictures, {unseen["accuracy"]:F3} on the {pictures.Test.Count} others (chance 0.100), {seconds:F0} s"));

// A block is a class of one's own with layers on it. Each use puts its numbers in the places of Block.Filters and Block.Strides.

/// <summary>Two convolutions whose result is added to what they read, so that gradients reach early layers undiminished.</summary>
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Add(Block.Input)]
[Activation(Activation.Relu)]
public sealed class ResidualAttribute(int filters) : BlockAttribute(filters);

/// <summary>The same where the picture shrinks or gets more channels: a convolution of single pixels makes what is read fit the sum.</summary>
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9, Name = "main")]
[Conv2D(Block.Filters, 1, Strides = Block.Strides, UseBias = false, From = Block.Input)]
[BatchNormalization(Momentum = 0.9)]
[Add("main")]
[Activation(Activation.Relu)]
public sealed class ProjectionAttribute(int filters) : BlockAttribute(filters);

/// <summary>Three stages as in a ResNet, nine convolutions. Predictions hold no normalization: it is folded into the kernels.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(16, 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
[Residual(16)]
[Projection(32, Strides = 2)]
[Projection(64, Strides = 2)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy])]
public sealed partial class ClothesNet;
