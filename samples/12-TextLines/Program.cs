using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using StaticNets;

// Tells C#, Markdown and Python apart by 40 characters of one line. The text is this repository's own: real, and always at hand.
string[] extensions = [".cs", ".md", ".py"];
string root = Repository();
List<string>[] lines = [.. extensions.Select(extension => Lines(root, extension))];

// As many of each, in an order that the seed fixes; every fifth is kept for the test.
int count = lines.Min(ofOne => ofOne.Count);
Random random = new(1);
(string Text, int Label)[] all =
[
    .. lines.SelectMany((ofOne, label) => ofOne.OrderBy(_ => random.Next()).Take(count).Select(text => (text, label))).OrderBy(_ => random.Next()),
];
Dataset train = Data([.. all.Where((_, i) => i % 5 != 0)]);
Dataset test = Data([.. all.Where((_, i) => i % 5 == 0)]);

LineNet net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(train, new FitOptions { Epochs = 12, BatchSize = 32, ValidationData = test, Verbose = Verbose.OneLine });
Evaluation result = net.Evaluate(test);
Console.WriteLine(FormattableString.Invariant(
    $"{result["accuracy"]:P1} of {test.Count} unseen lines right; 33.3 % by chance; trained on {train.Count} lines for {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));

foreach (string line in new[] { "for (int i = 0; i < n; i++)", "Run it with this command and look at it", "for i in range(len(values)):" })
{
    float[] shares = new float[LineNet.OutputSize];
    net.Predict(Indexes(line), shares);
    Console.WriteLine($"{extensions[shares.AsSpan().IndexOf(shares.Max())],4}  {line}");
}

// Short lines say little, and none says it twice. A window that begins at the first letter: how far a line is indented would give it away.
static List<string> Lines(string root, string extension) =>
[
    .. Directory.EnumerateFiles(root, "*" + extension, SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("node_modules") && !file.Contains(".verified."))
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Select(line => line.Trim())
        .Where(line => line.Length >= 16)
        .Distinct(),
];

static Dataset Data((string Text, int Label)[] samples)
{
    float[] inputs = [.. samples.SelectMany(sample => Indexes(sample.Text))];
    int[] labels = [.. samples.Select(sample => sample.Label)];
    return new Dataset(inputs, labels);
}

// The first characters of a line; what is not ASCII, and what is missing, is 0.
static float[] Indexes(string line) =>
    [.. line.Take(LineNet.Length).Select(c => c < LineNet.Characters ? (float)c : 0).Concat(new float[LineNet.Length]).Take(LineNet.Length)];

static string Repository()
{
    string? folder = AppContext.BaseDirectory;
    while (folder is not null && !File.Exists(Path.Combine(folder, "StaticNets.sln")))
    {
        folder = Path.GetDirectoryName(folder);
    }

    return folder ?? throw new InvalidOperationException("This sample reads the repository's files, and runs inside of it only.");
}
