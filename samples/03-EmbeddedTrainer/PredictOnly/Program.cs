using System;
using System.Diagnostics;
using System.IO;
using EmbeddedTrainer;
using StaticNets;

// PredictOnly [folder] [readings]: says how far the pump is from what the net learned in EmbeddedTrainer. It learns nothing itself.
long start = Stopwatch.GetTimestamp();
string folder = args.Length > 0 ? args[0] : ".";
int readings = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
PumpNet net = new(seed: 1);
string weights = Path.Combine(folder, "pump.safetensors");
Console.WriteLine(File.Exists(weights) ? "With learned weights." : "With random weights: run EmbeddedTrainer first.");
if (File.Exists(weights))
{
    net.Load(weights);
}

Window window = new(PumpNet.InputSize);
float[] expected = new float[1];
net.Predict(window.Readings, expected);
Console.WriteLine(FormattableString.Invariant($"First prediction {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms after Main began."));

Latencies predictions = new("prediction");
double errors = 0;
long allocated = GC.GetAllocatedBytesForCurrentThread();
for (int i = 0; i < readings; i++)
{
    long before = Stopwatch.GetTimestamp();
    net.Predict(window.Readings, expected);
    predictions.Add(Stopwatch.GetTimestamp() - before);
    float actual = Pump.Read(i);
    errors += i < PumpNet.InputSize ? 0 : Math.Abs(actual - expected[0]);
    window.Add(actual);
}

allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
Console.WriteLine(FormattableString.Invariant($"Mean error {errors / readings:0.0000}."));
Console.WriteLine(predictions);
Console.WriteLine($"Allocated while it ran: {allocated} bytes.");
Console.WriteLine(FormattableString.Invariant($"This file: {new FileInfo(Environment.ProcessPath!).Length / 1024.0:0} KB."));
