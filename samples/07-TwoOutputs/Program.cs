using System;
using System.Diagnostics;
using System.Linq;
using StaticNets;

// A microphone whose gain depends on its temperature: what form has the wave, and how loud is it? The first answer needs the signal alone, the second both inputs.
Waves train = Waves.Record(count: 6_000, seed: 1);
Waves test = Waves.Record(count: 2_000, seed: 2);

WaveNet net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(train.ToDataset(), new FitOptions { Epochs = 20, BatchSize = 64, ValidationData = test.ToDataset(), Verbose = Verbose.OneLine });
Console.WriteLine(FormattableString.Invariant($"trained for {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));

// The baselines know how often each form and how loud on average, but hear nothing.
Evaluation result = net.Evaluate(test.ToDataset());
int mostFrequent = train.Forms.CountBy(form => form).MaxBy(pair => pair.Value).Key;
double guessed = test.Forms.Count(form => form == mostFrequent) / (double)test.Forms.Length;
double meanLoudness = train.Loudness.Average();
double meanError = test.Loudness.Average(loudness => Math.Abs(loudness - meanLoudness));
Console.WriteLine(FormattableString.Invariant($"form:     wrong {1 - result["form_accuracy"],6:P1}, guessed {1 - guessed,6:P1}"));
Console.WriteLine(FormattableString.Invariant(
    $"loudness: mean absolute error {result["loudness_mean_absolute_error"]:F3}, of the mean {meanError:F3}"));

/// <summary>
/// Inputs and outputs are known by their names. The last layer is an output with the loss of [Compile]; [Output] adds another.
/// </summary>
[StaticNet]
[Input(Waves.Length, 1, Name = "signal")]
[Input(1, Name = "temperature")]
[Conv1D(16, 5, From = "signal", Activation = Activation.Relu)]
[MaxPooling1D(2)]
[Conv1D(32, 5, Activation = Activation.Relu)]
[Flatten]
[Dense(32, Activation = Activation.Relu, Name = "heard")]
[Dense(3, Activation = Activation.Softmax, Name = "form")]
[Concatenate("heard", "temperature")]
[Dense(32, Activation = Activation.Relu)]
[Dense(1, Name = "loudness")]
[Output("form", Loss.SparseCategoricalCrossentropy, Weight = 0.2, Metrics = [Metric.Accuracy])]
[Compile(Loss.MeanSquaredError, Optimizer.Adam, LearningRate = 0.002, Metrics = [Metric.MeanAbsoluteError])]
public sealed partial class WaveNet;

/// <summary>Sine, square and triangle waves of any pitch, phase and loudness, with noise, heard through the gain of a temperature.</summary>
internal sealed record Waves(float[] Signals, float[] Temperatures, int[] Forms, float[] Loudness)
{
    public const int Length = 32;

    public static Waves Record(int count, int seed)
    {
        Random random = new(seed);
        float[] signals = new float[count * Length];
        float[] temperatures = new float[count];
        int[] forms = new int[count];
        float[] loudness = new float[count];
        for (int n = 0; n < count; n++)
        {
            forms[n] = random.Next(3);
            loudness[n] = 1 + (2 * random.NextSingle());
            temperatures[n] = (2 * random.NextSingle()) - 1;
            double gain = Math.Pow(2, -temperatures[n]);
            double pitch = 1.5 + (2.5 * random.NextDouble());
            double phase = random.NextDouble();
            for (int t = 0; t < Length; t++)
            {
                double noise = 0.4 * (random.NextDouble() - 0.5);
                signals[(n * Length) + t] = (float)((gain * loudness[n] * Wave(forms[n], (pitch * t / Length) + phase)) + noise);
            }
        }

        return new Waves(signals, temperatures, forms, loudness);
    }

    public Dataset ToDataset() =>
        Dataset.For<WaveNet>(("signal", Signals), ("temperature", Temperatures), ("form", Forms), ("loudness", Loudness));

    // A period is from one whole number to the next.
    private static double Wave(int form, double time) => form switch
    {
        0 => Math.Sin(2 * Math.PI * time),
        1 => Math.Sign(Math.Sin(2 * Math.PI * time)),
        _ => (4 * Math.Abs(time - Math.Round(time))) - 1,
    };
}
