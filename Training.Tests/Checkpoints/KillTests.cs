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
    private const int Kills = 25;

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
