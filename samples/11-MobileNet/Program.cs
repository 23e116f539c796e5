using System;
using System.Diagnostics;
using FashionMnist;
using StaticNets;

// Two nets of one form: MobileNet's convolutions, which filter each channel and then mix them, beside ordinary ones, which do both at once.
Pictures pictures = Pictures.ReadShipped();
Console.WriteLine("net          weights  accuracy  seconds  predictions a second");
Compare("separable", new SeparableNet(seed: 42), pictures);
Compare("ordinary", new OrdinaryNet(seed: 42), pictures);

static void Compare<TNet>(string name, TNet net, Pictures pictures)
    where TNet : class, ITrainableNet<TNet>
{
    long start = Stopwatch.GetTimestamp();
    net.Fit(pictures.Train, new FitOptions
    {
        Epochs = 8,
        BatchSize = 64,
        Seed = 42,
        LearningRateSchedule = new CosineDecay(0.004, DecaySteps: 8 * pictures.Train.Count / 64),
        Verbose = Verbose.Silent,
    });
    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

    double accuracy = net.Evaluate(pictures.Test)["accuracy"];
    start = Stopwatch.GetTimestamp();
    net.Predict(pictures.Test);
    double perSecond = pictures.Test.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine(FormattableString.Invariant($"{name,-10} {TNet.Info.ParameterCount,9:N0} {accuracy,9:F3} {seconds,8:F0} {perSecond,21:N0}"));
}

/// <summary>Each channel is filtered for itself, then single pixels mix them: about an eighth of the multiplications for kernels of 3 x 3.</summary>
[SeparableConv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
public sealed class SeparableAttribute(int filters) : BlockAttribute(filters);

/// <summary>What it takes the place of.</summary>
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[Activation(Activation.Relu)]
public sealed class OrdinaryAttribute(int filters) : BlockAttribute(filters);

/// <summary>A MobileNet of five blocks. As there, the first convolution is an ordinary one: it has one channel to mix.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Ordinary(16, Strides = 2)]
[Separable(32)]
[Separable(64, Strides = 2)]
[Separable(64)]
[Separable(128, Strides = 2)]
[Separable(128)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy])]
public sealed partial class SeparableNet;

/// <summary>The same with ordinary convolutions throughout.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Ordinary(16, Strides = 2)]
[Ordinary(32)]
[Ordinary(64, Strides = 2)]
[Ordinary(64)]
[Ordinary(128, Strides = 2)]
[Ordinary(128)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy])]
public sealed partial class OrdinaryNet;
