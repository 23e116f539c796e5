using System;
using System.Diagnostics;
using StaticNets;

// Where a damped oscillator is, and how fast, some time after it was let go: learned from noisy measurements, compared with the formula.
const double Noise = 0.05;
Samples train = Samples.Measure(count: 20_000, noise: Noise, seed: 1);
Samples exact = Samples.Measure(count: 2_000, noise: 0, seed: 2);

OscillatorNet net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(train.ToDataset(), new FitOptions
{
    Epochs = 60,
    BatchSize = 64,
    LearningRateSchedule = new CosineDecay(0.004, DecaySteps: 60 * 313),
    Verbose = Verbose.Silent,
});
Console.WriteLine(FormattableString.Invariant($"trained for {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));

Console.WriteLine("       x0      v0  damping   time    x exact      x net    v exact      v net");
float[] outputs = net.Predict(exact.ToDataset());
for (int n = 0; n < 6; n++)
{
    ReadOnlySpan<float> i = exact.Inputs.AsSpan(n * OscillatorNet.InputSize, OscillatorNet.InputSize);
    ReadOnlySpan<float> truth = exact.States.AsSpan(n * OscillatorNet.OutputSize, OscillatorNet.OutputSize);
    ReadOnlySpan<float> guess = outputs.AsSpan(n * OscillatorNet.OutputSize, OscillatorNet.OutputSize);
    Console.WriteLine(FormattableString.Invariant(
        $"{i[0],9:F3} {i[1],7:F3} {i[2],8:F3} {i[3],6:F2} {truth[0],10:F4} {guess[0],10:F4} {truth[1],10:F4} {guess[1],10:F4}"));
}

double error = net.Evaluate(exact.ToDataset(), Metric.RootMeanSquaredError);
double spread = Samples.RootMeanSquare(exact.States);
Console.WriteLine(FormattableString.Invariant(
    $"root mean squared error against the formula {error:F4}; each measurement's noise {Noise:F4}, the states themselves {spread:F4}"));

/// <summary>Smooth activations suit smooth laws.</summary>
[StaticNet]
[Input(4)]
[Dense(64, Activation = Activation.Tanh)]
[Dense(64, Activation = Activation.Tanh)]
[Dense(64, Activation = Activation.Tanh)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class OscillatorNet;

/// <summary>Start (x0, v0), damping and time of each sample, and the state (x, v) then.</summary>
internal sealed record Samples(float[] Inputs, float[] States)
{
    private const double Frequency = 2; // radians a second without damping

    public static Samples Measure(int count, double noise, int seed)
    {
        Random random = new(seed);
        float[] inputs = new float[count * 4];
        float[] states = new float[count * 2];
        for (int n = 0; n < count; n++)
        {
            (double x0, double v0) = ((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
            (double damping, double time) = (random.NextDouble(), 4 * random.NextDouble());
            (double x, double v) = State(x0, v0, damping, time);
            ReadOnlySpan<float> input = [(float)x0, (float)v0, (float)damping, (float)time];
            input.CopyTo(inputs.AsSpan(n * 4));
            states[2 * n] = (float)(x + (noise * Normal(random)));
            states[(2 * n) + 1] = (float)(v + (noise * Normal(random)));
        }

        return new Samples(inputs, states);
    }

    public static double RootMeanSquare(float[] values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum / values.Length);
    }

    public Dataset ToDataset() => new(Inputs, States, inputSize: 4);

    // The solution of x'' + 2 damping x' + frequency^2 x = 0.
    private static (double X, double V) State(double x0, double v0, double damping, double time)
    {
        double damped = Math.Sqrt((Frequency * Frequency) - (damping * damping));
        double decay = Math.Exp(-damping * time);
        (double sine, double cosine) = Math.SinCos(damped * time);
        double x = decay * ((x0 * cosine) + ((v0 + (damping * x0)) / damped * sine));
        double v = decay * ((v0 * cosine) - (((damping * v0) + (Frequency * Frequency * x0)) / damped * sine));
        return (x, v);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
