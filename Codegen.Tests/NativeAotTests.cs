using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Codegen.Tests.Aot;
using StaticNets.Codegen.Tests.Jit;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Codegen.Tests;

/// <summary>A small program published with NativeAOT: without a warning, with the JIT's results, at the JIT's speed, and there at once.</summary>
[Collection(AloneCollection.Name)]
public partial class NativeAotTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-6;
    private const double LeastSpeed = 0.95;
    private const int SpeedRounds = 8;
    private const double MostMillisecondsToFirstStep = 20;

    [NativeAotFact(512)]
    public void Avx512() => Check(InstructionSets.Avx512);

    [NativeAotFact(256)]
    public void Avx2() => Check(InstructionSets.Avx2);

    private void Check(InstructionSets sets)
    {
        (string program, ChildResult publish) = NativeAotApp.Publish(sets);
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotMatch(Warning(), publish.Output + publish.Errors);
        output.WriteLine(FormattableString.Invariant($"{program}: {new FileInfo(program).Length / 1e6:0.0} MB"));

        CompareResults(program, sets);
        CompareSpeed(program, sets);
        double first = FirstStepTime.Best(program, [], sets.JitEnvironment, MostMillisecondsToFirstStep);
        output.WriteLine(FormattableString.Invariant($"First step after {first:0.0} ms"));
        Assert.True(first < MostMillisecondsToFirstStep, FormattableString.Invariant($"The first step returned after {first:0.0} ms."));
    }

    private void CompareResults(string program, InstructionSets sets)
    {
        string jitFolder = Directory.CreateTempSubdirectory().FullName;
        string aotFolder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            IReadOnlyList<string> jit = ChildProcess.Run("dotnet", ["exec", NativeAotApp.JitAssembly, "--train", jitFolder], sets.JitEnvironment).Succeeded().Lines;
            IReadOnlyList<string> aot = ChildProcess.Run(program, ["--train", aotFolder]).Succeeded().Lines;

            Assert.Equal([sets.Bits], AppOutput.Values(jit, "bits"));
            Assert.Equal([sets.Bits], AppOutput.Values(aot, "bits"));
            Assert.Equal([0, 0], AppOutput.Values(aot, "allocated"));
            AssertClose("losses", AppOutput.LargestDifference(jit, aot, "loss"));
            AssertClose("outputs", AppOutput.LargestDifference(jit, aot, "output"));
            Assert.Equal(["DigitNet.safetensors", "MlpNet.safetensors"], TrainedFiles.Names(aotFolder));
            foreach (string name in TrainedFiles.Names(aotFolder))
            {
                AssertClose(name, TrainedFiles.LargestDifference(Path.Combine(jitFolder, name), Path.Combine(aotFolder, name)));
            }
        }
        finally
        {
            Directory.Delete(jitFolder, recursive: true);
            Directory.Delete(aotFolder, recursive: true);
        }
    }

    private void AssertClose(string what, double difference)
    {
        output.WriteLine(FormattableString.Invariant($"{what}: at most {difference:E1} apart"));
        Assert.True(difference <= Tolerance, FormattableString.Invariant($"NativeAOT's {what} are up to {difference:E1} from the JIT's."));
    }

    // They take turns until the best times say that AOT is fast enough: noise only ever makes a round slower.
    private void CompareSpeed(string program, InstructionSets sets)
    {
        double[] jit = [];
        double[] aot = [];
        double[] ratios = [];
        for (int round = 0; round < SpeedRounds && !(ratios.Length > 0 && ratios.All(ratio => ratio >= LeastSpeed)); round++)
        {
            jit = Best(jit, ChildProcess.Run("dotnet", ["exec", NativeAotApp.JitAssembly, "--time"], sets.JitEnvironment));
            aot = Best(aot, ChildProcess.Run(program, ["--time"]));
            ratios = [.. jit.Zip(aot, (jitTime, aotTime) => jitTime / aotTime)];
        }

        output.WriteLine(FormattableString.Invariant($"A step of the CNN: JIT {jit[0]:0} us, NativeAOT {aot[0]:0} us, speed {ratios[0]:0.000}"));
        output.WriteLine(FormattableString.Invariant($"A step of the MLP: JIT {jit[1]:0} us, NativeAOT {aot[1]:0} us, speed {ratios[1]:0.000}"));
        Assert.All(ratios, ratio => Assert.True(ratio >= LeastSpeed, FormattableString.Invariant($"NativeAOT has {ratio:0.000} of the JIT's speed.")));
    }

    private static double[] Best(double[] before, ChildResult child)
    {
        IReadOnlyList<double> times = AppOutput.Values(child.Succeeded().Lines, "step");
        return before.Length == 0 ? [.. times] : [.. before.Zip(times, Math.Min)];
    }

    [GeneratedRegex(@"\bwarning\b( [A-Z]+\d+)?\s*:")]
    private static partial Regex Warning();
}
