using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Package.Tests;

/// <summary>The sample that learns on a device: it finds what it should, survives a restart, allocates nothing, and its sibling holds no training code.</summary>
[Collection(PackageCollection.Name)]
public sealed class EmbeddedTrainerTests
{
    // What only training needs: the runtime's classes and the emitted methods.
    private static readonly string[] s_training = ["TrainerBase", "TrainingMemory", "AdamRule", "UpdatePass", "ComputeLosses", "WeightGradients", "BackwardData", "DropoutMask"];

    [PublishFact("PublishAot")]
    public void Learns_saves_and_goes_on_and_prediction_alone_is_smaller()
    {
        string folder = Directory.CreateTempSubdirectory("staticnets-embedded-").FullName;
        try
        {
            string trainer = Publish("", "EmbeddedTrainer", folder);
            string predictor = Publish("PredictOnly", "PredictOnly", folder);

            string first = Run(trainer, folder, "60000");
            Assert.Contains("Starting anew.", first);
            Assert.Contains("Stopped at reading 60000: 8 of 8 knocks found,", first);
            Assert.Contains("Allocated while it ran: 0 bytes.", first);

            Assert.Contains("Going on at reading 60000.", Stop(trainer, folder));
            Match going = Regex.Match(Run(trainer, folder, "1000"), @"Going on at reading (\d+)\.");
            Assert.True(long.Parse(going.Groups[1].Value) > 60_000, going.Value);

            string predicted = Run(predictor, folder, "20000");
            Assert.Contains("With learned weights.", predicted);
            Assert.True(double.Parse(Regex.Match(predicted, @"Mean error ([\d.]+)\.").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) < 0.2, predicted);
            Assert.Contains("Allocated while it ran: 0 bytes.", predicted);

            Assert.True(new FileInfo(predictor).Length < 0.9 * new FileInfo(trainer).Length);
            string trainingMap = Map("", "EmbeddedTrainer");
            string predictionMap = Map("PredictOnly", "PredictOnly");
            Assert.All(s_training.Except(["DropoutMask"]), name => Assert.Contains(name, trainingMap));
            Assert.All(s_training, name => Assert.DoesNotContain(name, predictionMap));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Sample(string project) => Path.Combine(Repository.Root, "samples", "03-EmbeddedTrainer", project);

    private static string Publish(string project, string name, string folder)
    {
        string output = Dotnet.Run(
            Sample(project),
            new Dictionary<string, string>(),
            ["publish", "-c", "Release", "-r", UsersProject.Runtime, "-o", Path.Combine(folder, name), "-p:IlcGenerateMapFile=true", "-p:StaticNetsCpu=native", .. PublishFactAttribute.Linker]);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(folder, name, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    private static string Map(string project, string name) =>
        File.ReadAllText(Path.Combine(Sample(project), "obj", "Release", "net10.0", UsersProject.Runtime, "native", name + ".map.xml"));

    private static string Run(string program, string folder, string readings)
    {
        (int code, string output) = Dotnet.TryRun(folder, new Dictionary<string, string>(), program, folder, readings);
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>Lets it run without an end until it has begun and asks it to end, as a service manager does. (A shell's background processes don't hear Ctrl+C.)</summary>
    private static string Stop(string program, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, [folder, "0"]) { RedirectStandardOutput = true })!;
        string start = "";
        while (process.StandardOutput.ReadLine() is { } line && !line.StartsWith("First prediction", StringComparison.Ordinal))
        {
            start += line + "\n";
        }

        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        // One that does not hear must not hold up the tests.
        using Timer end = new(_ => process.Kill(), null, TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
        string output = start + process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(10_000) && process.ExitCode == 0, output);
        return output;
    }
}
