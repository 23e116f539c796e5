using System;
using System.IO;
using LiveView;
using Spectre.Console;
using StaticNets;

string data = Path.Combine(AppContext.BaseDirectory, "data");
Dataset all = Dataset.FromIdx(Path.Combine(data, "t10k-images-idx3-ubyte.gz"), Path.Combine(data, "t10k-labels-idx1-ubyte.gz"));
int epochs = args is ["--epochs", string number] && int.TryParse(number, out int given) && given > 0 ? given : 10;

ClothesNet net = new(seed: 42);
FitOptions options = new()
{
    Epochs = epochs,
    BatchSize = 64,
    ValidationData = all.Skip(8_000),
    Callbacks = [new EarlyStopping { Patience = 3, RestoreBestWeights = true }, new ReduceLROnPlateau { Factor = 0.5, Patience = 2 }],
    StopOnCancelKey = true, // Ctrl+C ends the training and keeps what was learned
};

// Drawing over lines needs a terminal; elsewhere there is a line an epoch.
History history = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
    ? AnsiConsole.Live(new Text("")).Start(display => net.Fit(
        all.Take(8_000), options with { Verbose = Verbose.Silent, Callbacks = [.. options.Callbacks, new TrainingView(display)] }))
    : net.Fit(all.Take(8_000), options with { Verbose = Verbose.OneLine });

Console.WriteLine(history.Canceled ? "Stopped." : "Done.");
net.Evaluate(all.Skip(8_000), new EvaluationOptions { PrintTable = true });
history.SaveHtml("history.html");
Console.WriteLine($"The curves are in {Path.GetFullPath("history.html")}");

/// <summary>Small enough to watch.</summary>
[StaticNet]
[Input(28, 28, 1)]
[Flatten]
[Dense(128, Activation = Activation.Relu, L2 = 0.0001)]
[Dropout(0.3)]
[Dense(10, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = new[] { Metric.Accuracy })]
public sealed partial class ClothesNet;
