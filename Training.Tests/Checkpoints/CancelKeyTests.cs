using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

public sealed class CancelKeyTests : IDisposable
{
    private const int Epochs = 4;

    private readonly string _directory = Directory.CreateTempSubdirectory("cancel").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>The child: trains until it is interrupted, then says so and saves.</summary>
    public static int FitUntilCancelled(string path)
    {
        PointNet net = new();
        LambdaCallback wait = new(onTrainBatchEnd: (batch, _) =>
        {
            if (batch == 1)
            {
                Console.WriteLine("ready");
            }

            // Long enough for the signal to come while this fit runs.
            Thread.Sleep(batch == 1 ? 50 : 1);
        });
        History history = net.Fit(
            Samples.Points(200), Options([wait, new BackupAndRestore(path)]) with { StopOnCancelKey = true, Epochs = 100_000 });
        Console.WriteLine($"canceled {history.Canceled}");
        return 0;
    }

    [InterruptFact]
    public void Ctrl_C_ends_the_fit_and_it_can_go_on()
    {
        string path = Path.Combine(_directory, "backup");
        using Process child = ChildProcess.Start("--fit-until-cancelled", path);
        Assert.Equal("ready", child.StandardOutput.ReadLine());
        ChildProcess.Interrupt(child);

        // A child that does not hear must not hold up the tests.
        using Timer end = new(_ => child.Kill(), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
        string[] rest = [.. child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(
            line => line != "ready")];
        Assert.True(child.WaitForExit(60_000));
        Assert.Equal(["canceled True"], rest);
        Assert.Equal(0, child.ExitCode);

        PointNet resumed = new(seed: 5);
        BackupAndRestore backup = new(path);
        resumed.Fit(Samples.Points(200), Options([backup]));
        Assert.True(backup.Restored);
        PointNet whole = new();
        whole.Fit(Samples.Points(200), Options([]));
        Assert.Equal(whole.Parameters.ToArray(), resumed.Parameters.ToArray());
    }

    private static FitOptions Options(Callback[] callbacks) =>
        new() { Epochs = Epochs, BatchSize = 1, Verbose = Verbose.Silent, Callbacks = callbacks };
}
