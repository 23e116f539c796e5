using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

/// <summary>A child process writes checkpoints as fast as it can and is killed at some moment.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;
    private const int FitKills = 12;

    private readonly string _directory = Directory.CreateTempSubdirectory("kill").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>The child: the iteration's number is in every weight and slot, so that a mixture would be seen.</summary>
    public static int WriteForever(string path)
    {
        using WideNet.Trainer trainer = new WideNet().CreateTrainer();
        if (File.Exists(path))
        {
            trainer.LoadCheckpoint(path);
        }

        float[] values = new float[WideNet.ParameterCount];
        while (true)
        {
            trainer.Iteration++;
            Array.Fill(values, trainer.Iteration);
            trainer.SetParameters(values);
            values.CopyTo(trainer.GetSlot(0));
            trainer.SaveCheckpoint(path);
        }
    }

    /// <summary>The child: a fit that saves after each batch and goes on where an earlier one was killed. It leaves its weights.</summary>
    public static int FitUntilKilled(string folder)
    {
        PointNet net = new();
        EarlyStopping stopping = new("loss") { Patience = 3, MinDelta = 0.02, RestoreBestWeights = true };
        net.Fit(Samples.Points(60), new FitOptions
        {
            Epochs = 200, BatchSize = 4, Verbose = Verbose.Silent,
            Callbacks =
            [
                new ReduceLROnPlateau("loss") { Factor = 0.5, Patience = 1, MinDelta = 0.02 }, stopping,
                new CsvLogger(Path.Combine(folder, "log.csv")), new BackupAndRestore(Path.Combine(folder, "backup")) { SaveFrequency = 1 },
                new LambdaCallback(onTrainBatchEnd: (_, _) => Thread.Sleep(2)),
            ],
        });
        net.Save(Path.Combine(folder, "weights"));
        File.WriteAllText(Path.Combine(folder, "stopped"), $"{stopping.StoppedEpoch}");
        return 0;
    }

    [Fact]
    public void A_fit_that_is_killed_again_and_again_ends_as_one_that_was_not()
    {
        string whole = Directory.CreateDirectory(Path.Combine(_directory, "whole")).FullName;
        string killed = Directory.CreateDirectory(Path.Combine(_directory, "killed")).FullName;
        FitUntilKilled(whole);
        Assert.Equal(["log.csv", "stopped", "weights"], Names(whole));
        Random random = new(7);
        int kills = 0;
        while (!File.Exists(Path.Combine(killed, "stopped")))
        {
            string backup = Path.Combine(killed, "backup");
            DateTime before = File.GetLastWriteTimeUtc(backup);
            using Process child = ChildProcess.Start("--fit-until-killed", killed);
            if (kills < FitKills)
            {
                SpinWait.SpinUntil(() => child.HasExited || File.GetLastWriteTimeUtc(backup) != before, 60_000);
                Thread.Sleep(random.Next(50));
                kills += child.HasExited ? 0 : 1;
                child.Kill();
            }

            child.WaitForExit();
        }

        Assert.True(kills >= FitKills / 2, $"{kills} kills");
        Assert.Equal(Names(whole), Names(killed));
        foreach (string name in Names(whole))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, name)), File.ReadAllBytes(Path.Combine(killed, name)));
        }

        static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_process_killed_while_it_writes_leaves_the_old_or_the_new_checkpoint()
    {
        string path = Path.Combine(_directory, "checkpoint");
        Random random = new(5);
        long last = 0;
        int leftovers = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process child = ChildProcess.Start("--write-forever", path);
            DateTime before = File.GetLastWriteTimeUtc(path);
            long give = Environment.TickCount64 + 60_000;
            while (File.GetLastWriteTimeUtc(path) == before && Environment.TickCount64 < give && !child.HasExited)
            {
                Thread.Sleep(1);
            }

            Thread.Sleep(random.Next(12));
            Thread.SpinWait(random.Next(20_000));
            child.Kill();
            child.WaitForExit();
            leftovers += Directory.GetFiles(_directory).Length > 1 ? 1 : 0;

            using WideNet.Trainer trainer = new WideNet().CreateTrainer();
            trainer.LoadCheckpoint(path);
            Assert.True(trainer.Iteration > last, $"kill {kill}: {trainer.Iteration} after {last}");
            last = trainer.Iteration;
            float[] expected = [.. Enumerable.Repeat((float)last, WideNet.ParameterCount)];
            Assert.Equal(expected, trainer.Parameters.ToArray());
            Assert.Equal(expected, trainer.GetSlot(0).ToArray());
        }

        // Else no kill hit a write, and the test proved nothing.
        Assert.True(leftovers > 0, "no process was killed while it wrote");
    }
}
