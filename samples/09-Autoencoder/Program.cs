using System;
using System.Diagnostics;
using FashionMnist;
using StaticNets;

// Each picture is its own target, so labels aren't needed.
Pictures pictures = Pictures.ReadShipped();
float[] train = Read(pictures.Train);
float[] test = Read(pictures.Test);

ClothesCoder net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(new Dataset(train, train, ClothesCoder.InputSize), new FitOptions
{
    Epochs = 8,
    BatchSize = 64,
    Seed = 42,
    LearningRateSchedule = new CosineDecay(0.003, DecaySteps: 8 * pictures.Train.Count / 64),
    Verbose = Verbose.OneLine,
});
double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

float[] rebuilt = net.Predict(pictures.Test);
Draw(test.AsSpan(0, ClothesCoder.InputSize), rebuilt.AsSpan(0, ClothesCoder.OutputSize));
double error = SquaredError(test, rebuilt);
double baseline = SquaredError(test, Mean(train));
Console.WriteLine(FormattableString.Invariant(
    $"mean squared error of a pixel {error:F4} from 32 numbers a picture; of the mean picture {baseline:F4}; trained for {seconds:F0} s"));

static float[] Read(Dataset data)
{
    using IBatchReader reader = data.CreateReader(data.Count);
    reader.Read(out Batch all);
    return all.Inputs.ToArray();
}

static float[] Mean(float[] pictures)
{
    float[] mean = new float[ClothesCoder.InputSize];
    for (int i = 0; i < pictures.Length; i++)
    {
        mean[i % mean.Length] += pictures[i] * mean.Length / pictures.Length;
    }

    return mean;
}

// One guess for all pictures, or one for each.
static double SquaredError(float[] pictures, float[] guesses)
{
    double sum = 0;
    for (int i = 0; i < pictures.Length; i++)
    {
        double difference = pictures[i] - guesses[i % guesses.Length];
        sum += difference * difference;
    }

    return sum / pictures.Length;
}

static void Draw(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
{
    const string Shades = " .:-=+*#%@";
    for (int row = 0; row < 28; row += 2) // a character is about twice as high as wide
    {
        string line = "";
        foreach (float pixel in (ReadOnlySpan<float>)[.. left.Slice(28 * row, 28), 0, 0, .. right.Slice(28 * row, 28)])
        {
            line += Shades[(int)(pixel * 9.99f)];
        }

        Console.WriteLine(line);
    }
}

/// <summary>Convolutions shrink the picture to 32 numbers, transposed ones rebuild it from them.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Conv2D(16, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2D(32, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Flatten]
[Dense(32, Name = "code")]
[Dense(7 * 7 * 32, Activation = Activation.Relu)]
[Reshape(7, 7, 32)]
[Conv2DTranspose(16, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Relu)]
[Conv2DTranspose(1, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Adam)]
public sealed partial class ClothesCoder;
