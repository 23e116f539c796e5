using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using StaticNets.Benchmarks.Cases;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>The time from the start of a process to the return of its first training step.</summary>
internal static class Startup
{
    /// <summary>The samples in the step.</summary>
    public const int Batch = 32;

    /// <summary>The command by which this program becomes the process that is measured.</summary>
    public const string Command = "startup-child";

    private const int Runs = 11;

    /// <summary>The first step of the CNN; then it says so.</summary>
    public static void RunChild()
    {
        CnnNet net = new(seed: 1);
        using CnnNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 1, MaxBatchSize = Batch });
        SampleBatch samples = SampleBatch.Random(CnnNet.InputSize, CnnNet.OutputSize, Batch);
        trainer.Step(samples.Inputs, samples.Labels);
        Console.WriteLine("stepped");
    }

    /// <summary>The median under the runtime's compiler, in microseconds.</summary>
    public static double MeasureJit()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return Measure(program, [Command]);
    }

    /// <summary>The median of a program that writes a line when its first step has returned, in microseconds.</summary>
    /// <exception cref="BadOptionException">It can't be started, or ends without a word.</exception>
    public static double Measure(string program, IReadOnlyList<string> arguments)
    {
        double[] times = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            times[run] = MeasureOnce(program, arguments);
        }

        return Median.Of(times);
    }

    private static double MeasureOnce(string program, IReadOnlyList<string> arguments)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            string? line = process.StandardOutput.ReadLine();
            double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            process.WaitForExit();
            return line is null ? throw new BadOptionException($"'{program}' ended without a word.") : microseconds;
        }
        catch (System.ComponentModel.Win32Exception notStarted)
        {
            throw new BadOptionException($"'{program}' can't be started: {notStarted.Message}");
        }
    }
}
