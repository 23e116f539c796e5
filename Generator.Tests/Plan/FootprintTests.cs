using System;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>The memory that the summary names is what the net really allocates.</summary>
public sealed class FootprintTests
{
    private const int Batch = 512;

    // Slack, alignment, and what is not a buffer.
    private const double Tolerance = 0.03;

    [Theory]
    [InlineData("Input(20, 20, 3), Conv2D(16, 3), MaxPooling2D(2), Flatten, Dense(200), Dense(5, Activation = Activation.Softmax)", "SparseCategoricalCrossentropy, Optimizer.Adam")]
    [InlineData("Input(14, 14, 32), Conv2D(32, 3), Conv2D(64, 3), MaxPooling2D(2), Flatten, Dense(5)", "MeanSquaredError, Optimizer.Sgd")]
    [InlineData("Input(300), Dense(200, Activation = Activation.Gelu), Dropout(0.5), Dense(100)", "MeanSquaredError, Optimizer.Sgd")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Sgd, Momentum = 0.9")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.RmsProp, Centered = true, Momentum = 0.9")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Adam, AmsGrad = true")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.AdamW, AmsGrad = false")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Adamax")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Nadam")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Adagrad")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Adadelta")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Lion")]
    [InlineData("Input(300), Dense(400), Dense(100)", "MeanSquaredError, Optimizer.Ftrl")]
    public async Task Is_what_is_allocated(string layers, string compile)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}, Compile(Loss.{compile})] public sealed partial class Net;");
        using LoadedAssembly loaded = new(run.After);
        Type type = loaded.GetType("Net");
        string summary = (string)type.GetProperty("Summary")!.GetValue(null)!;
        MethodInfo createTrainer = type.GetMethod("CreateTrainer")!;
        TrainerOptions options = new() { MaxBatchSize = Batch, Threads = 1 };
        using (Create(type, createTrainer, options))
        {
            // The first one also allocates what is static.
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        using IDisposable trainer = Create(type, createTrainer, options);
        double allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        double named = Named(summary, @"Memory for training: ([\d.]+ \w+)") + (Batch * Named(summary, @"\+ ([\d.]+ \w+) a sample"));
        Assert.InRange(allocated / named, 1 - Tolerance, 1 + Tolerance);
    }

    [Theory]
    [InlineData("Input(3000), Dense(100), Dense(200)", 3000)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3), Flatten, Dense(200)", 14 * 14 * 32)]
    public async Task Of_a_prediction(string layers, int inputSize)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] public sealed partial class Net;");
        using LoadedAssembly loaded = new(run.After);
        Type type = loaded.GetType("Net");
        float[] inputs = new float[inputSize];
        float[] outputs = new float[200];
        Predict(type, inputs, outputs);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Predict(type, inputs, outputs);
        double allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        double named = Named((string)type.GetProperty("Summary")!.GetValue(null)!, @"Memory for inference: ([\d.]+ \w+)");
        Assert.InRange(allocated / named, 1 - Tolerance, 1 + Tolerance);
    }

    private static IDisposable Create(Type type, MethodInfo createTrainer, TrainerOptions options) =>
        (IDisposable)createTrainer.Invoke(Activator.CreateInstance(type, 0), [options])!;

    private static void Predict(Type type, float[] inputs, float[] outputs)
    {
        object net = Activator.CreateInstance(type, 0)!;
        type.GetMethod("Predict")!.CreateDelegate<Prediction>(net)(inputs, outputs);
    }

    private delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);

    private static double Named(string summary, string pattern)
    {
        string[] parts = Regex.Match(summary, pattern).Groups[1].Value.Split(' ');
        double unit = parts[1] switch { "B" => 1, "KB" => 1 << 10, "MB" => 1 << 20, _ => throw new InvalidOperationException(parts[1]) };
        return double.Parse(parts[0], CultureInfo.InvariantCulture) * unit;
    }
}
