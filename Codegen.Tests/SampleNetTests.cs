using System;
using System.Linq;
using StaticNets.Codegen.Tests.Nets;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Codegen.Tests;

/// <summary>What holds for every net holds for those of the samples as they are: no allocation, same bits. EmittedSizeTests looks at their code.</summary>
[Collection(AloneCollection.Name)]
public class SampleNetTests
{
    private const int Calls = 5;
    private const int Steps = 5;
    private const int Seed = 5;

    public static TheoryData<string> Nets => [.. SampleNets.All.Select(net => net.FullName)];

    [Theory]
    [InlineData("Xor.XorNet")]
    [InlineData("FashionMnist.DropoutNet")]
    [InlineData("LiveView.ClothesNet")]
    [InlineData("ImageFolder.ShapeNet")]
    [InlineData("ResidualNet.ClothesNet")]
    [InlineData("TwoOutputs.WaveNet")]
    [InlineData("Physics.OscillatorNet")]
    [InlineData("Autoencoder.ClothesCoder")]
    [InlineData("Transformer.SortNet")]
    [InlineData("MobileNet.SeparableNet")]
    [InlineData("TextLines.LineNet")]
    public void Every_sample_is_looked_at(string name) => Assert.Contains(SampleNets.All, net => net.FullName == name);

    [Theory]
    [MemberData(nameof(Nets))]
    public void Steps_and_predictions_allocate_nothing(string name)
    {
        for (int threads = 1; threads <= 3; threads++)
        {
            Action call = Named(name).CreateCall(threads, out IDisposable owner);
            using (owner)
            {
                long bytes = AllocatedBytes.OfCalls(Calls, call);
                Assert.True(bytes == 0, $"{Calls} warm calls with {threads} threads allocate {bytes} bytes.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Weights_are_the_same_for_any_number_of_threads_and_any_MaxBatchSize(string name)
    {
        byte[] expected = Train(name, 1, 40);
        foreach ((int threads, int maxBatchSize) in new[] { (2, 40), (3, 40), (1, 100), (3, 64) })
        {
            Assert.True(
                expected.AsSpan().SequenceEqual(Train(name, threads, maxBatchSize)),
                $"The file differs with {threads} threads and MaxBatchSize {maxBatchSize}.");
        }
    }

    private static NetCase Named(string name) => SampleNets.All.Single(net => net.FullName == name);

    private static byte[] Train(string name, int threads, int maxBatchSize) =>
        Named(name).Train(Steps, Seed, new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = Seed });
}
