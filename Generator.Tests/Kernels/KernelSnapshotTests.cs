using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Kernels;

/// <summary>Single kernels as emitted, each on a page.</summary>
public sealed class KernelSnapshotTests
{
    [Fact]
    public async Task Dense_forward() => Snapshot.Verify(await Emit("Input(12), Dense(8)", "DenseForward"));

    [Fact]
    public async Task Dense_backward_of_the_weights() =>
        Snapshot.Verify(await Emit("Input(4), Dense(8)", "DenseBackwardWeights", training: true));

    [Fact]
    public async Task Convolution_in_one_tile() =>
        Snapshot.Verify(await Emit("Input(6, 6, 4), Conv2D(8, 3, Activation = Activation.Relu)", "Conv2dForward"));

    [Fact]
    public async Task Layer_normalization() =>
        Snapshot.Verify(await Emit("Input(4), Dense(100), LayerNormalization", "LayerNormalizationForward"));

    [Fact]
    public async Task Softmax() => Snapshot.Verify(await Emit("Input(4), Dense(100), Softmax", "SoftmaxForward"));

    /// <summary>The kernel of a net with the vectors of AVX2, with loops where there is more than one of a kind.</summary>
    private static async Task<string> Emit(string layers, string method, bool training = false)
    {
        const string Compile = "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
        GeneratorRun run = await GeneratorRun.OfTarget(
            "v3", $"using StaticNets; [StaticNet(UnrollBudget = 0), {layers}, {Compile}] public sealed partial class Net;");
        run.AssertReported();
        run.AssertAddsNoErrors();
        return EmittedMethod.Of(run.Sources[training ? "Net.Kernels256.Training.g.cs" : "Net.Kernels256.g.cs"], method);
    }
}
