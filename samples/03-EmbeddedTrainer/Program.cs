using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using EmbeddedTrainer;
using StaticNets;

// EmbeddedTrainer [folder] [readings, 0 for no end]: listens to a pump, says when it knocks, and never stops learning how it sounds when it is well.
long start = Stopwatch.GetTimestamp();
string folder = args.Length > 0 ? args[0] : ".";
int readings = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100_000;
using CancellationTokenSource stop = new();
Action<PosixSignalContext> end = signal =>
{
    signal.Cancel = true; // the loop ends after this reading and saves
    stop.Cancel();
};
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, end);
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, end);

PumpNet net = new(seed: 1);
Memory memory = new(folder);
Console.WriteLine(memory.TryLoad(net) ? $"Going on at reading {memory.Reading}." : "Starting anew.");
using PumpNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = 1 });
Window window = new(PumpNet.InputSize);
for (long earlier = memory.Reading - PumpNet.InputSize; earlier < memory.Reading; earlier++)
{
    window.Add(Pump.Read(earlier));
}

float[] expected = new float[1];
float[] actual = new float[1];
net.Predict(window.Readings, expected);
Console.WriteLine(FormattableString.Invariant($"First prediction {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms after Main began."));

Latencies predictions = new("prediction");
Latencies steps = new("training step");
const int Pause = 24; // until a knock has left the window
int knocks = 0, found = 0, falseAlarms = 0, pause = 0;
net.Predict(window.Readings, expected);
trainer.Step(window.Readings, expected); // the target is what it says itself, so nothing changes; from here on nothing is allocated
long allocated = GC.GetAllocatedBytesForCurrentThread();
for (long i = 0; (i < readings || readings == 0) && !stop.IsCancellationRequested; i++)
{
    long before = Stopwatch.GetTimestamp();
    net.Predict(window.Readings, expected);
    predictions.Add(Stopwatch.GetTimestamp() - before);

    actual[0] = Pump.Read(memory.Reading);
    float error = Math.Abs(actual[0] - expected[0]);
    bool alarm = memory.Reading > 1_000 && pause == 0 && error > 8 * memory.UsualError;
    bool knocking = Pump.Knocks(memory.Reading);
    knocks += knocking && !Pump.Knocks(memory.Reading - 1) ? 1 : 0;
    found += alarm && knocking ? 1 : 0;
    falseAlarms += alarm && !knocking ? 1 : 0;
    pause = alarm ? Pause : Math.Max(0, pause - 1);
    if (pause == 0)
    {
        before = Stopwatch.GetTimestamp();
        trainer.Step(window.Readings, actual);
        steps.Add(Stopwatch.GetTimestamp() - before);
        memory.UsualError += 0.002f * (error - memory.UsualError);
    }

    window.Add(actual[0]);
    memory.Reading++;
}

allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
memory.Save(net);
Console.WriteLine($"Stopped at reading {memory.Reading}: {found} of {knocks} knocks found, {falseAlarms} false alarms.");
Console.WriteLine(FormattableString.Invariant($"Usual error {memory.UsualError:0.0000}."));
Console.WriteLine(predictions);
Console.WriteLine(steps);
Console.WriteLine($"Allocated while it ran: {allocated} bytes.");
Console.WriteLine(FormattableString.Invariant($"This file: {new FileInfo(Environment.ProcessPath!).Length / 1024.0:0} KB."));
